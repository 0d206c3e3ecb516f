namespace Lat.Evaluation;

/// <summary>Counts what the truth asks of every box, by the classes that it should become, and how often it was done.</summary>
internal sealed class ConversionCounter(LabelSpace sourceSpace, LabelSpace targetSpace)
{
    private static readonly double[] Sides = [0, 8, 16, 32];

    private readonly Dictionary<Conversion, (int[] Asked, int[] Right)> _counts = [];

    /// <param name="image">An image with the labels alone that are sure enough.</param>
    public void Add(ImageAudit image)
    {
        var found = image.Found();
        var blamed = image.BlamedSources();
        for (var source = 0; source < image.Source.Count; source++)
        {
            if (TruthMatch.IsCounted(image.Source[source]))
            {
                AddSource(image, source, image.IsDoneRight(source, found, blamed));
            }
        }

        for (var target = 0; target < image.Truth.Count; target++)
        {
            var annotation = image.Truth[target];
            if (TruthMatch.IsCounted(annotation) && image.Links.IsAdded(target))
            {
                Count(new Conversion(-1, null, [annotation.ClassIndex]), annotation.Box, found[target]);
            }
        }
    }

    /// <summary>By source class, additions last; then by outcome and target classes.</summary>
    public EquatableArray<ClassConversion> ToConversions() => _counts
        .OrderBy(count => count.Key.Source < 0).ThenBy(count => count.Key.Source)
        .ThenBy(count => count.Key.Outcome).ThenBy(count => string.Join(' ', count.Key.Targets.Select(index => $"{index:D6}")), StringComparer.Ordinal)
        .Select(count => new ClassConversion(
            count.Key.Source < 0 ? null : sourceSpace[count.Key.Source],
            count.Key.Outcome,
            [.. count.Key.Targets.Select(index => targetSpace[index])],
            [.. Sides.Select((side, index) => new SizedTally(side, count.Value.Asked[index], count.Value.Right[index]))]))
        .ToEquatableArray();

    private void AddSource(ImageAudit image, int source, bool isRight)
    {
        var annotation = image.Source[source];
        var targets = image.Links.TargetsOf(source).Select(target => image.Truth[target].ClassIndex).Order().ToList();
        Count(new Conversion(annotation.ClassIndex, image.OutcomeOf(source, sourceSpace, targetSpace), [.. targets]), annotation.Box, isRight);
    }

    private void Count(Conversion conversion, Box box, bool isRight)
    {
        if (!_counts.TryGetValue(conversion, out var counts))
        {
            counts = (new int[Sides.Length], new int[Sides.Length]);
            _counts.Add(conversion, counts);
        }

        var size = Array.FindLastIndex(Sides, side => Math.Min(box.Width, box.Height) >= side);
        counts.Asked[size]++;
        counts.Right[size] += isRight ? 1 : 0;
    }

    private sealed record Conversion(int Source, TransferOutcome? Outcome, EquatableArray<int> Targets);
}
