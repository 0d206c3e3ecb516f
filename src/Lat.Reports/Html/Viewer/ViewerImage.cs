namespace Lat.Reports;

/// <summary>One image of the page.</summary>
/// <param name="Dataset">The dataset that it comes from.</param>
/// <param name="FileName">Its name there.</param>
/// <param name="Size">The size that boxes refer to; the encoded pixels may be fewer.</param>
/// <param name="Jpeg">The pixels as a JPEG.</param>
public sealed record ViewerImage(DatasetName Dataset, string FileName, ImageSize Size, EquatableArray<byte> Jpeg);
