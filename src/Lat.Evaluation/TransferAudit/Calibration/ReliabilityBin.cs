namespace Lat.Evaluation;

/// <summary>Labels or predictions of like confidence.</summary>
/// <param name="From">The least confidence, inclusive.</param>
/// <param name="To">The greatest, exclusive but for 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="MeanConfidence">Their mean confidence; NaN without any.</param>
/// <param name="ShareRight">The part of them that are right; NaN without any.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double MeanConfidence, double ShareRight);
