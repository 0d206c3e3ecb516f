namespace Lat.Reports;

/// <summary>One image with its labels side by side.</summary>
/// <param name="FileName">The image's name in the source.</param>
/// <param name="Disagreements">How many boxes the compared labels do not share, at the threshold.</param>
/// <param name="IsTypical">Chosen because it stands at an even distance in the dataset; otherwise because of its disagreements.</param>
/// <param name="Panels">The labels, in the order shown.</param>
public sealed record ViewerItem(string FileName, int Disagreements, bool IsTypical, EquatableArray<ViewerPanel> Panels);
