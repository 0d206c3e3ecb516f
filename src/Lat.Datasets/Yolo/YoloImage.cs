namespace Lat.Datasets;

/// <summary>One image of a YOLO folder.</summary>
/// <param name="Path">The image's file.</param>
/// <param name="Name">Its name in the dataset, below the folder of its split.</param>
/// <param name="Labels">Its label file, whether or not it exists.</param>
/// <param name="Listed">Where it was listed; null for an image found in a folder.</param>
internal sealed record YoloImage(string Path, string Name, string Labels, RecordPlace? Listed);
