namespace Lat.Evaluation;

/// <summary>Holds the scores of detections against how often such detections are right.</summary>
public static class CalibrationAnalyzer
{
    /// <summary>Detections that count neither way are left out. Scores that are no probabilities promise nothing: then there are no bins.</summary>
    public static CalibrationResult Analyze(CocoInput input, CalibrationOptions? options = null)
    {
        options ??= new CalibrationOptions();
        if (Array.Exists(input.Predictions, item => item.Score is < 0 or > 1))
        {
            return new CalibrationResult(double.NaN, double.NaN, 0, []);
        }

        var matches = DetectionMatches.Of(input, options.Iou, options.MaxDetections, options.HonorsIgnored);
        var (counts, scores, right) = (new int[options.Bins], new double[options.Bins], new int[options.Bins]);
        for (var detection = 0; detection < input.Predictions.Length; detection++)
        {
            if (matches.Counts(detection))
            {
                var score = input.Predictions[detection].Score;
                var bin = Math.Min((int)(score * options.Bins), options.Bins - 1);
                counts[bin]++;
                scores[bin] += score;
                right[bin] += matches.IsRight(detection) ? 1 : 0;
            }
        }

        var bins = Enumerable.Range(0, options.Bins).Select(bin => new CalibrationBin(
            (double)bin / options.Bins,
            (bin + 1.0) / options.Bins,
            counts[bin],
            counts[bin] == 0 ? double.NaN : scores[bin] / counts[bin],
            counts[bin] == 0 ? double.NaN : (double)right[bin] / counts[bin])).ToEquatableArray();
        var total = counts.Sum();
        var filled = bins.Where(bin => bin.Count > 0).ToList();
        return total == 0
            ? new CalibrationResult(double.NaN, double.NaN, 0, bins)
            : new CalibrationResult(filled.Sum(bin => Gap(bin) * bin.Count / total), filled.Max(Gap), total, bins);
    }

    private static double Gap(CalibrationBin bin) => Math.Abs(bin.MeanScore - bin.Precision);
}
