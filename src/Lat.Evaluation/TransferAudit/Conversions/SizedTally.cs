namespace Lat.Evaluation;

/// <summary>How often the truth asked for something of objects of one size, and how often it was done right.</summary>
/// <param name="MinimumSide">The objects' shorter side is at least this, in pixels, and below the next tally's.</param>
/// <param name="Asked">Objects of this size.</param>
/// <param name="Right">Those of them that were done right.</param>
public sealed record SizedTally(double MinimumSide, int Asked, int Right);
