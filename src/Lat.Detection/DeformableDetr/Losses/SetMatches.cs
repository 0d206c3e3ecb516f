namespace Lat.Detection;

/// <summary>Which predictions of a layer stand for which labels. R labels found a query; the others of N * Q queries stand for background.</summary>
/// <param name="Rows">[R] of the predictions, image by image; each once.</param>
/// <param name="Columns">[R] of the labels' classes.</param>
/// <param name="Boxes">[R * 4] of the labels, centre and sides as shares of the image.</param>
/// <param name="Confidences">[R] of the labels.</param>
/// <param name="Ignored">Rows of predictions without a label that lie in a crowd or an ignored box: they have no loss.</param>
internal sealed record SetMatches(long[] Rows, int[] Columns, float[] Boxes, float[] Confidences, int[] Ignored);
