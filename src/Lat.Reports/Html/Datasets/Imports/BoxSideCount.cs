namespace Lat.Reports;

/// <summary>One step of a histogram of box sizes.</summary>
/// <param name="Below">The square root of the area is less than this, in pixels, and not less than the step before.</param>
/// <param name="Boxes">How many boxes.</param>
public sealed record BoxSideCount(double Below, int Boxes);
