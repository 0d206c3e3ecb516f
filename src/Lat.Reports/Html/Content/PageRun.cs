namespace Lat.Reports;

/// <summary>What the page says of the run: how the experiment is called, how it was asked, and what the pipeline did. None of it is in a key.</summary>
/// <param name="Results">The results: their experiment's name, rows, costs, stages, environment and inputs are read.</param>
public sealed record PageRun(ExperimentResults Results)
{
    /// <summary>What is asked, in a sentence. Default empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The experiment with every default filled in, as YAML. Default empty.</summary>
    public string Yaml { get; init; } = "";

    /// <summary>The settings in which the experiment differs from the publication that it stands beside. Default none.</summary>
    public EquatableArray<SettingDeviation> Deviations { get; init; } = [];

    /// <summary>The verdicts of the gates. Default none.</summary>
    public EquatableArray<GateVerdict> Gates { get; init; } = [];

    /// <summary>The run of a page that belongs to none yet.</summary>
    internal static PageRun None { get; } = new(new ExperimentResults("Lat report", [], [], []));
}
