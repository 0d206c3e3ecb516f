namespace Lat.Evaluation;

/// <summary>Matches all images of one class.</summary>
internal static class ClassMatcher
{
    /// <param name="input">All objects and detections.</param>
    /// <param name="targets">The objects of the class.</param>
    /// <param name="detections">The detections of the class.</param>
    /// <param name="limit">The most detections per image.</param>
    /// <param name="honorsIgnored">Whether ignored objects are left out.</param>
    public static ClassMatches Match(
        CocoInput input, ReadOnlySpan<int> targets, ReadOnlySpan<int> detections, int limit, bool honorsIgnored)
    {
        var targetsOf = new StableBuckets(targets, input.ImageCount, item => input.Objects[item].Image);
        var detectionsOf = new StableBuckets(detections, input.ImageCount, item => input.Predictions[item].Image);
        var kept = 0;
        for (var image = 0; image < input.ImageCount; image++)
        {
            kept += Math.Min(detectionsOf[image].Length, limit);
        }

        var matches = new ClassMatches(kept);
        var matcher = new ImageMatcher(input.Objects, input.Predictions, honorsIgnored);
        var start = 0;
        for (var image = 0; image < input.ImageCount; image++)
        {
            if (targetsOf[image].IsEmpty && detectionsOf[image].IsEmpty)
            {
                continue;
            }

            var best = matcher.BestFirst(detectionsOf[image], limit);
            for (var rank = 0; rank < best.Length; rank++)
            {
                matches.Scores[start + rank] = input.Predictions[best[rank]].Score;
                matches.Ranks[start + rank] = rank;
                matches.Images[start + rank] = image;
            }

            matcher.Match(targetsOf[image], best, matches, start);
            start += best.Length;
        }

        return matches;
    }
}
