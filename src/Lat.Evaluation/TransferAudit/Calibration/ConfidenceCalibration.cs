namespace Lat.Evaluation;

/// <summary>Whether a confidence of 0.8 is right eight times in ten.</summary>
/// <param name="Count">How many labels or predictions were judged.</param>
/// <param name="ExpectedCalibrationError">
/// The distance between confidence and share of right ones, mean over bins weighed by their count (Guo et al. 2017); NaN without any.
/// </param>
/// <param name="Bins">Bins of equal width over [0, 1].</param>
public sealed record ConfidenceCalibration(int Count, double ExpectedCalibrationError, EquatableArray<ReliabilityBin> Bins)
{
    /// <param name="judged">The confidence of each, in [0, 1], and whether it is right.</param>
    /// <param name="binCount">How many bins. Default 10.</param>
    /// <exception cref="ArgumentException">A confidence lies outside [0, 1].</exception>
    public static ConfidenceCalibration Of(IEnumerable<(double Confidence, bool IsRight)> judged, int binCount = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(binCount, 1);
        var (counts, confidences, right) = (new int[binCount], new double[binCount], new int[binCount]);
        foreach (var (confidence, isRight) in judged)
        {
            if (confidence is not (>= 0 and <= 1))
            {
                throw new ArgumentException(FormattableString.Invariant($"Not a confidence: {confidence}. It lies in [0, 1]."), nameof(judged));
            }

            var bin = Math.Min((int)(confidence * binCount), binCount - 1);
            counts[bin]++;
            confidences[bin] += confidence;
            right[bin] += isRight ? 1 : 0;
        }

        var total = counts.Sum();
        var error = Enumerable.Range(0, binCount).Sum(bin => Math.Abs(confidences[bin] - right[bin]));
        return new ConfidenceCalibration(total, total == 0 ? double.NaN : error / total, [.. Enumerable.Range(0, binCount).Select(bin => new ReliabilityBin(
            (double)bin / binCount,
            (double)(bin + 1) / binCount,
            counts[bin],
            counts[bin] == 0 ? double.NaN : confidences[bin] / counts[bin],
            counts[bin] == 0 ? double.NaN : (double)right[bin] / counts[bin]))]);
    }
}
