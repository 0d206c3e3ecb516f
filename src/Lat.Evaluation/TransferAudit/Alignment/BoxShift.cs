namespace Lat.Evaluation;

/// <summary>How labels of one target class lie on the source boxes of one class that they come from.</summary>
/// <param name="SourceClass">The class of the boxes.</param>
/// <param name="TargetClass">The class of the labels.</param>
/// <param name="Count">How many pairs there are.</param>
/// <param name="Dx">The shift of the centre to the right, in widths of the source box.</param>
/// <param name="Dy">The shift of the centre downwards, in heights of the source box.</param>
/// <param name="Dw">The logarithm of the ratio of the widths, label to source box.</param>
/// <param name="Dh">The same of the heights.</param>
public sealed record BoxShift(ClassName SourceClass, ClassName TargetClass, int Count, Spread Dx, Spread Dy, Spread Dw, Spread Dh);
