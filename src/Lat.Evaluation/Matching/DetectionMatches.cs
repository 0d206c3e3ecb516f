namespace Lat.Evaluation;

/// <summary>What every detection of an input found at one IoU threshold, by the official greedy rule within its class.</summary>
internal sealed class DetectionMatches
{
    private readonly byte[] _flags;
    private readonly bool[] _isKept;

    private DetectionMatches(int count)
    {
        Found = new int[count];
        Array.Fill(Found, -1);
        (_flags, _isKept) = (new byte[count], new bool[count]);
    }

    /// <summary>The object that each detection took, a position in the input, or -1.</summary>
    public int[] Found { get; }

    /// <summary>Whether a detection is among the best of its image and class, and counts as right or wrong.</summary>
    public bool Counts(int detection) => _isKept[detection] && (_flags[detection] & ClassMatches.Ignored) == 0;

    /// <summary>Whether a detection that counts found an object.</summary>
    public bool IsRight(int detection) => Counts(detection) && Found[detection] >= 0;

    /// <param name="input">All objects and detections.</param>
    /// <param name="threshold">The least IoU of a match.</param>
    /// <param name="limit">The most detections per image and class, best first.</param>
    /// <param name="honorsIgnored">Whether ignored objects are left out.</param>
    public static DetectionMatches Of(CocoInput input, double threshold, int limit, bool honorsIgnored)
    {
        var matches = new DetectionMatches(input.Predictions.Length);
        var classCount = input.LabelSpace.Count;
        var targetsOf = StableBuckets.OfAll(input.Objects.Length, classCount, item => input.Objects[item].Class);
        var detectionsOf = StableBuckets.OfAll(input.Predictions.Length, classCount, item => input.Predictions[item].Class);
        Parallel.For(0, classCount, classIndex => matches.MatchClass(input, targetsOf[classIndex], detectionsOf[classIndex], threshold, limit, honorsIgnored));
        return matches;
    }

    private void MatchClass(
        CocoInput input, ReadOnlySpan<int> targets, ReadOnlySpan<int> detections, double threshold, int limit, bool honorsIgnored)
    {
        var targetsOf = new StableBuckets(targets, input.ImageCount, item => input.Objects[item].Image);
        var detectionsOf = new StableBuckets(detections, input.ImageCount, item => input.Predictions[item].Image);
        var matcher = new ImageMatcher(input.Objects, input.Predictions, honorsIgnored);
        for (var image = 0; image < input.ImageCount; image++)
        {
            var best = matcher.BestFirst(detectionsOf[image], limit);
            var (flags, found) = (new byte[best.Length], new int[best.Length]);
            matcher.MatchOnce(threshold, targetsOf[image], best, flags, found);
            for (var rank = 0; rank < best.Length; rank++)
            {
                _isKept[best[rank]] = true;
                _flags[best[rank]] = flags[rank];
                Found[best[rank]] = found[rank] < 0 ? -1 : targetsOf[image][found[rank]];
            }
        }
    }
}
