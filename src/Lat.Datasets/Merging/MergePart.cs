using Lat.Core;

namespace Lat.Datasets;

/// <summary>Where one dataset went in a merged one.</summary>
/// <param name="Dataset">Its name, which its classes and images begin with: `waymo/cyclist`.</param>
/// <param name="FirstClass">Its class i is class <paramref name="FirstClass"/> + i.</param>
/// <param name="ClassCount">How many classes it has.</param>
/// <param name="FirstImage">Its image i is image <paramref name="FirstImage"/> + i.</param>
/// <param name="ImageCount">How many images it has.</param>
public sealed record MergePart(DatasetName Dataset, int FirstClass, int ClassCount, int FirstImage, int ImageCount);
