namespace Lat.Evaluation;

/// <summary>A detection as average precision sees it.</summary>
/// <param name="Class">The class that it counts for.</param>
/// <param name="Score">The score.</param>
/// <param name="Image">The image's position; with <paramref name="Index"/> it breaks ties in score.</param>
/// <param name="Index">The detection's position in the input.</param>
/// <param name="IsRight">Whether it found an object.</param>
internal readonly record struct Scored(int Class, double Score, int Image, int Index, bool IsRight)
{
    public static Scored Of(CocoInput input, int detection, int classIndex, bool isRight) =>
        new(classIndex, input.Predictions[detection].Score, input.Predictions[detection].Image, detection, isRight);

    /// <summary>Average precision of one class at one threshold; 0 where nothing is to be found.</summary>
    public static double AveragePrecision(IEnumerable<Scored> detections, int toFind)
    {
        if (toFind == 0)
        {
            return 0;
        }

        var sorted = detections.OrderByDescending(item => item.Score).ThenBy(item => item.Image).ThenBy(item => item.Index).ToArray();
        var curve = new PrecisionRecallCurve(sorted.Length);
        curve.Fill(
            [.. Enumerable.Range(0, sorted.Length)],
            [.. sorted.Select(item => item.IsRight ? ClassMatches.Matched : (byte)0)],
            toFind);
        Span<double> precision = stackalloc double[CocoDefinition.RecallThresholds.Count];
        curve.PrecisionAt(CocoDefinition.RecallThresholds.AsSpan(), precision);
        return PairwiseSum.Mean(precision);
    }
}
