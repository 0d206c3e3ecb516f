namespace Lat.Evaluation;

/// <summary>How far scores are from the shares of right detections that they promise.</summary>
/// <param name="ExpectedError">The mean gap between score and precision over all detections (ECE, Guo et al. 2017); NaN without any.</param>
/// <param name="MaximumError">The largest gap of a bin; NaN without any detection.</param>
/// <param name="Count">The detections that count.</param>
/// <param name="Bins">The reliability curve.</param>
public sealed record CalibrationResult(double ExpectedError, double MaximumError, int Count, EquatableArray<CalibrationBin> Bins);
