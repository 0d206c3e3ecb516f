namespace Lat.Evaluation;

/// <summary>
/// One number that mends a detector's confidences (Guo et al. 2017): its logits are divided by a temperature, fitted on a validation set. From
/// scores p the same is p^(1/T), normalised over all classes and background, so that the stored score vectors suffice.
/// </summary>
public static class TemperatureScaling
{
    private const double LeastProbability = 1e-9;
    private const double Coldest = 0.05;
    private const double Hottest = 20;

    /// <summary>
    /// The temperature under which the truth of the validation set is likeliest, in [0.05, 20]; 1 where there is nothing to judge. Predictions
    /// that were suppressed or fell below the detector's threshold are not seen: the fit is of those that were kept.
    /// </summary>
    /// <param name="detections">What the detector found on its validation set, with the whole class-score vectors.</param>
    /// <param name="truth">The validation set.</param>
    /// <exception cref="LatException">The two do not belong together, or a prediction has no score vector.</exception>
    public static double Fit(DetectionSet detections, AnnotationSet truth)
    {
        var judged = JudgedDetections.Of(detections, truth).Select(one => (Scores: WithBackground(one.Detection), Column: one.TrueClass is { } found ? 1 + found : 0)).ToList();
        return judged.Count == 0 ? 1 : Math.Exp(LeastOf(
            log => judged.Sum(one => -Math.Log(Math.Max(Scale(one.Scores, Math.Exp(log))[one.Column], LeastProbability))), Math.Log(Coldest), Math.Log(Hottest)));
    }

    /// <summary>The predictions with their scores at a temperature; the class of a prediction stays, as does their order but where classes change places.</summary>
    public static DetectionSet Apply(DetectionSet detections, double temperature)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        return detections with
        {
            Images = detections.Images.Select(image => image with
            {
                Detections = image.Detections.Select(detection => At(detection, temperature)).OrderByDescending(detection => detection.Score).ToEquatableArray(),
            }).ToEquatableArray(),
        };
    }

    private static Detection At(Detection detection, double temperature)
    {
        var scores = Scale(WithBackground(detection), temperature);
        return detection with { Score = scores[1 + detection.ClassIndex], ClassScores = scores.Skip(1).Select(score => (float)score).ToEquatableArray() };
    }

    /// <summary>[1 + K], background first.</summary>
    private static double[] WithBackground(Detection detection)
    {
        if (detection.ClassScores.Count == 0)
        {
            throw new LatException("Temperature scaling needs the scores of all classes; these predictions have only the best. Run the detector's stage again.");
        }

        var sum = detection.ClassScores.Sum(score => (double)score);
        return [Math.Max(1 - sum, 0), .. detection.ClassScores.Select(score => (double)score)];
    }

    private static double[] Scale(double[] probabilities, double temperature)
    {
        var powers = probabilities.Select(probability => Math.Pow(Math.Max(probability, LeastProbability), 1 / temperature)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }

    /// <summary>The place of the least value of a function with one valley, by golden section, to 1e-4.</summary>
    private static double LeastOf(Func<double, double> function, double from, double to)
    {
        var ratio = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (to - (ratio * (to - from)), from + (ratio * (to - from)));
        var (atLeft, atRight) = (function(left), function(right));
        while (to - from > 1e-4)
        {
            if (atLeft <= atRight)
            {
                (to, right, atRight) = (right, left, atLeft);
                left = to - (ratio * (to - from));
                atLeft = function(left);
            }
            else
            {
                (from, left, atLeft) = (left, right, atRight);
                right = from + (ratio * (to - from));
                atRight = function(right);
            }
        }

        return (from + to) / 2;
    }
}
