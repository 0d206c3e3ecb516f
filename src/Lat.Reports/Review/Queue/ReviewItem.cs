namespace Lat.Reports;

/// <summary>One box of the queue.</summary>
/// <param name="FileName">The image.</param>
/// <param name="Box">Where, in pixels.</param>
/// <param name="ClassName">The class that the label has, or that it may lack; null where only the source's class is known.</param>
/// <param name="Confidence">How sure the label is, in [0, 1]; 0 where there is none.</param>
/// <param name="Worth">How much a look is worth, in [0, 1]; the queue falls by it.</param>
/// <param name="Reasons">Why.</param>
public sealed record ReviewItem(string FileName, Box Box, ClassName? ClassName, double Confidence, double Worth, ReviewReason Reasons)
{
    /// <summary>Whether a training would use it as it is; other boxes are shown as hints, which are no labels.</summary>
    public bool IsLabel { get; init; }
}
