namespace Lat.Reports;

/// <summary>Images with their labels by every method, as the paper's Figure 4 shows them.</summary>
/// <param name="Images">The pixels, each once.</param>
/// <param name="Transfers">What is shown of each transfer.</param>
public sealed record ViewerContent(EquatableArray<ViewerImage> Images, EquatableArray<ViewerTransfer> Transfers);
