namespace Lat.Reports;

/// <summary>What the numbers follow from: the environment, and the content of each input.</summary>
public static class ProvenanceText
{
    /// <summary>One fact a line, without a line feed; inputs that results share stand once.</summary>
    public static EquatableArray<string> Lines(ExperimentResults results)
    {
        var ordered = results.Ordered();
        var seeds = ordered.Results.Select(result => result.Seed.Value).Distinct().Order();
        return
        [
            $"seeds: {string.Join(", ", seeds)}",
            .. ordered.Environment.Select(fact => $"{fact.Name}: {fact.Value}"),
            .. ordered.Results.SelectMany(result => result.Inputs).Distinct()
                .OrderBy(input => input.Name, StringComparer.Ordinal).ThenBy(input => input.Hash)
                .Select(input => $"{input.Name}: sha256 {input.Hash}"),
        ];
    }
}
