namespace Lat.Core;

/// <summary>The predictions of one detector on a set of images, in the detector's label space.</summary>
public sealed record DetectionSet(LabelSpace LabelSpace, EquatableArray<ImageDetections> Images);
