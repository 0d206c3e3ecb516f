namespace Lat.Evaluation.Tests;

/// <summary>
/// COCO average precision written down from its definition, one setting at a time and without any care for speed. What it shares with the
/// evaluator is the definition only: no grouping, no reuse of matches between settings, no search, no buffers.
/// </summary>
internal static class SlowReference
{
    private sealed record Found(double Score, bool IsMatched, bool IsIgnored);

    /// <summary>Precision at the 101 recalls and the final recall; null where nothing is to be found.</summary>
    public static (double[] Precision, double Recall)? Curve(
        CocoInput input, bool honorsIgnored, int classIndex, CocoAreaRange area, double iou, int limit)
    {
        var all = new List<Found>();
        var toFind = 0;
        for (var image = 0; image < input.ImageCount; image++)
        {
            var targets = input.Objects.Where(item => item.Image == image && item.Class == classIndex).ToList();
            var detections = input.Predictions.Where(item => item.Image == image && item.Class == classIndex)
                .OrderByDescending(item => item.Score).Take(limit).ToList();
            toFind += targets.Count(target => !IsIgnored(target, honorsIgnored, area));
            all.AddRange(Match(targets, detections, honorsIgnored, area, iou));
        }

        if (toFind == 0)
        {
            return null;
        }

        var counted = all.OrderByDescending(found => found.Score).Where(found => !found.IsIgnored).ToList();
        var points = counted.Select((_, index) =>
        {
            var right = counted.Take(index + 1).Count(found => found.IsMatched);
            return (Recall: (double)right / toFind, Precision: right / (index + 1 + Math.Pow(2, -52)));
        }).ToList();
        var precision = Enumerable.Range(0, 101).Select(percent => points
            .Where(point => point.Recall >= CocoDefinition.RecallThresholds[percent]).Select(point => point.Precision).DefaultIfEmpty(0).Max());
        return (precision.ToArray(), points.Count == 0 ? 0 : points[^1].Recall);
    }

    private static List<Found> Match(
        List<CocoObject> targets, List<CocoPrediction> detections, bool honorsIgnored, CocoAreaRange area, double threshold)
    {
        var results = new List<Found>();
        var taken = new HashSet<int>();
        foreach (var detection in detections)
        {
            var match = BestOf(isIgnored: false) ?? BestOf(isIgnored: true);
            if (match is { } index)
            {
                taken.Add(index);
            }

            var outside = !CocoDefinition.Contains(area, detection.Width * detection.Height);
            results.Add(new Found(
                detection.Score, match is not null, match is { } hit ? IsIgnored(targets[hit], honorsIgnored, area) : outside));

            // The highest overlap wins, the last of equal ones; a crowd can be matched again and again.
            int? BestOf(bool isIgnored) => Enumerable.Range(0, targets.Count)
                .Where(index => IsIgnored(targets[index], honorsIgnored, area) == isIgnored
                    && (targets[index].IsCrowd || !taken.Contains(index)))
                .Where(index => Overlap(detection, targets[index]) >= threshold)
                .OrderByDescending(index => Overlap(detection, targets[index])).ThenByDescending(index => index)
                .Select(index => (int?)index).FirstOrDefault();
        }

        return results;
    }

    private static bool IsIgnored(CocoObject target, bool honorsIgnored, CocoAreaRange area) =>
        target.IsCrowd || (honorsIgnored && target.IsIgnored) || !CocoDefinition.Contains(area, target.Area);

    private static double Overlap(CocoPrediction detection, CocoObject target)
    {
        var width = Math.Min(detection.X + detection.Width, target.X + target.Width) - Math.Max(detection.X, target.X);
        var height = Math.Min(detection.Y + detection.Height, target.Y + target.Height) - Math.Max(detection.Y, target.Y);
        var shared = Math.Max(width, 0) * Math.Max(height, 0);
        var area = detection.Width * detection.Height;
        return shared == 0 ? 0 : shared / (target.IsCrowd ? area : area + (target.Width * target.Height) - shared);
    }
}
