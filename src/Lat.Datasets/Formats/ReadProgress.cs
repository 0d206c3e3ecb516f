namespace Lat.Datasets;

/// <summary>How far the reading of a dataset is.</summary>
/// <param name="Activity">What is being done: `reading object_ann.json`.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is; null where that is not known.</param>
public readonly record struct ReadProgress(string Activity, long Done, long? Total);
