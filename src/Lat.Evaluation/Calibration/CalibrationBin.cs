namespace Lat.Evaluation;

/// <summary>The detections whose scores fall into one bin.</summary>
/// <param name="Low">The least score, inclusive.</param>
/// <param name="High">The highest score; exclusive except in the last bin.</param>
/// <param name="Count">How many detections.</param>
/// <param name="MeanScore">What they promise; NaN without any.</param>
/// <param name="Precision">The share of them that is right; NaN without any.</param>
public sealed record CalibrationBin(double Low, double High, int Count, double MeanScore, double Precision);
