namespace Lat.Evaluation;

/// <summary>One class, matched once, to be measured many times with images counted as often as they were drawn.</summary>
internal sealed class WeightedClass
{
    private static readonly double Spacing = Math.BitIncrement(1.0) - 1.0;
    private static readonly int IouCount = CocoDefinition.IouThresholds.Count;

    private readonly int[] _images, _ranks;
    private readonly byte[] _flags;
    private readonly int[][] _targetImages;

    private WeightedClass(int[] images, int[] ranks, byte[] flags, int[][] targetImages) =>
        (_images, _ranks, _flags, _targetImages) = (images, ranks, flags, targetImages);

    public int DetectionCount => _images.Length;

    public static WeightedClass Of(CocoInput input, ReadOnlySpan<int> targets, ReadOnlySpan<int> detections, CocoEvaluationOptions options)
    {
        var matches = ClassMatcher.Match(input, targets, detections, options.MaxDetections[^1], options.HonorsIgnored);
        var order = DescendingScores.OrderOf(matches.Scores);
        var flags = new byte[order.Length * CocoDefinition.AreaRangeCount * IouCount];
        for (var setting = 0; setting < CocoDefinition.AreaRangeCount * IouCount; setting++)
        {
            var from = matches.Flags(setting / IouCount, setting % IouCount);
            for (var index = 0; index < order.Length; index++)
            {
                flags[(setting * order.Length) + index] = from[order[index]];
            }
        }

        var images = new List<int>[CocoDefinition.AreaRangeCount];
        for (var area = 0; area < images.Length; area++)
        {
            images[area] = [];
            foreach (var index in targets)
            {
                ref readonly var item = ref input.Objects[index];
                if (!item.IsCrowd && !(options.HonorsIgnored && item.IsIgnored) && CocoDefinition.Contains((CocoAreaRange)area, item.Area))
                {
                    images[area].Add(item.Image);
                }
            }
        }

        return new WeightedClass(
            Array.ConvertAll(order, position => matches.Images[position]),
            Array.ConvertAll(order, position => matches.Ranks[position]),
            flags,
            Array.ConvertAll(images, list => list.ToArray()));
    }

    /// <summary>How many objects are to be found.</summary>
    public int ToFind(int area, ReadOnlySpan<int> weights)
    {
        var count = 0;
        foreach (var image in _targetImages[area])
        {
            count += weights[image];
        }

        return count;
    }

    /// <summary>Average precision and final recall.</summary>
    /// <param name="area">The area range.</param>
    /// <param name="iou">The IoU threshold.</param>
    /// <param name="weights">How often each image counts.</param>
    /// <param name="toFind">How many objects are to be found; at least 1.</param>
    /// <param name="right">Room for one number per detection.</param>
    /// <param name="precision">Room for one number per detection.</param>
    public (double Ap, double Recall) Measure(int area, int iou, ReadOnlySpan<int> weights, int toFind, Span<int> right, Span<double> precision)
    {
        var flags = _flags.AsSpan(((area * IouCount) + iou) * _images.Length, _images.Length);
        var (found, wrong, count) = (0, 0, 0);
        for (var index = 0; index < flags.Length; index++)
        {
            var weight = weights[_images[index]];
            if (flags[index] == 0)
            {
                wrong += weight;
            }
            else if (flags[index] == ClassMatches.Matched && weight > 0)
            {
                found += weight;
                (right[count], precision[count]) = (found, found / (wrong + (double)found + Spacing));
                count++;
            }
        }

        for (var index = count - 1; index > 0; index--)
        {
            precision[index - 1] = Math.Max(precision[index - 1], precision[index]);
        }

        var (sum, position) = (0.0, 0);
        foreach (var recall in CocoDefinition.RecallThresholds.AsSpan())
        {
            while (position < count && right[position] / (double)toFind < recall)
            {
                position++;
            }

            sum += position < count ? precision[position] : 0;
        }

        return (sum / CocoDefinition.RecallThresholds.Count, found / (double)toFind);
    }

    /// <summary>The final recall among objects of every size with fewer detections per image.</summary>
    public double RecallWithin(int limit, int iou, ReadOnlySpan<int> weights, int toFind)
    {
        var flags = _flags.AsSpan(iou * _images.Length, _images.Length);
        var found = 0;
        for (var index = 0; index < flags.Length; index++)
        {
            found += flags[index] == ClassMatches.Matched && _ranks[index] < limit ? weights[_images[index]] : 0;
        }

        return found / (double)toFind;
    }
}
