namespace Lat.Reports;

/// <summary>One set of labels of one image.</summary>
/// <param name="Name">What they are (`lat`, `truth`), or the source's name.</param>
/// <param name="IsSource">Whether they are in the source's label space; otherwise in the target's.</param>
/// <param name="Boxes">The labels.</param>
public sealed record ViewerPanel(string Name, bool IsSource, EquatableArray<ViewerBox> Boxes);
