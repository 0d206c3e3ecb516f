namespace Lat.Evaluation;

/// <summary>What temperature scaling did to a detector on the set that it was fitted on.</summary>
/// <param name="Temperature">Above 1 the detector was too sure, below 1 not sure enough.</param>
/// <param name="Before">Its calibration as it was.</param>
/// <param name="After">Its calibration at the temperature.</param>
public sealed record TemperatureFit(double Temperature, ConfidenceCalibration Before, ConfidenceCalibration After);
