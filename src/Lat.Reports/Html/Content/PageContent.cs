namespace Lat.Reports;

/// <summary>All that the page of an experiment shows of what was measured; nothing of the run that measured it (<see cref="PageRun"/>).</summary>
/// <param name="Results">The numbers; their stages and environment are not read.</param>
public sealed record PageContent(ExperimentResults Results)
{
    /// <summary>Numbers of the paper, to stand beside the own ones. Default none.</summary>
    public EquatableArray<PublishedNumber> Published { get; init; } = [];

    /// <summary>The losses of every training. Default none.</summary>
    public EquatableArray<TrainingCurve> Training { get; init; } = [];

    /// <summary>Which source class became which target class, and how boxes moved. Default none.</summary>
    public EquatableArray<TransferAlignment> Alignments { get; init; } = [];

    /// <summary>What the datasets hold. Default none.</summary>
    public EquatableArray<DatasetCard> Datasets { get; init; } = [];

    /// <summary>Images with their labels by every method. Default none.</summary>
    public ViewerContent Viewer { get; init; } = new([], []);

    /// <summary>The results that more was measured of than the 12 numbers, in the order of the tables.</summary>
    internal IEnumerable<MethodResult> Analysed => Results.Ordered().Results.Where(result => result.Analysis is not null);
}
