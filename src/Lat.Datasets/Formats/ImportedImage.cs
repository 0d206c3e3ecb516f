namespace Lat.Datasets;

/// <summary>Where the pixels of an image are, and which frame of which video it is.</summary>
/// <param name="Source">The pixels; null only where <see cref="MissingImagePolicy.LabelsOnly"/> allowed it.</param>
/// <param name="Frame">Its place in a video; null for a single photograph.</param>
public readonly record struct ImportedImage(ImageSource? Source, FrameKey? Frame = null);
