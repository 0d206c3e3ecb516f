namespace Lat.Evaluation;

/// <summary>Matches the detections of one class in one image with its objects, by the official greedy rule.</summary>
internal sealed class ImageMatcher(CocoObject[] objects, CocoPrediction[] predictions, bool honorsIgnored)
{
    private readonly TargetColumns _columns = new();
    private int[] _order = [], _detections = [];
    private bool[] _ignored = [], _taken = [];
    private double[] _ious = [], _scores = [];

    /// <summary>
    /// The detections by falling score, up to the limit; equal scores stay in the order of the file. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<int> BestFirst(ReadOnlySpan<int> detections, int limit)
    {
        if (_detections.Length < detections.Length)
        {
            (_detections, _scores) = (new int[detections.Length * 2], new double[detections.Length * 2]);
        }

        for (var index = 0; index < detections.Length; index++)
        {
            (_detections[index], _scores[index]) = (detections[index], predictions[detections[index]].Score);
        }

        DescendingScores.Sort(_scores.AsSpan(0, detections.Length), _detections.AsSpan(0, detections.Length));
        return _detections.AsSpan(0, Math.Min(detections.Length, limit));
    }

    /// <summary>Matches in all area ranges and at all IoU thresholds.</summary>
    /// <param name="targets">The objects of the class in the image, positions in the input.</param>
    /// <param name="detections">The detections to match, best score first.</param>
    /// <param name="matches">Where the flags go.</param>
    /// <param name="start">The position of the first detection in <paramref name="matches"/>.</param>
    public void Match(ReadOnlySpan<int> targets, ReadOnlySpan<int> detections, ClassMatches matches, int start)
    {
        Measure(targets, detections);
        for (var area = 0; area < CocoDefinition.AreaRangeCount; area++)
        {
            matches.ToFind[area] += OrderTargets(targets, (CocoAreaRange)area);
            for (var iou = 0; iou < CocoDefinition.IouThresholds.Count; iou++)
            {
                var flags = matches.Flags(area, iou).Slice(start, detections.Length);
                MatchAt(CocoDefinition.IouThresholds[iou], targets, detections.Length, flags, found: []);
                IgnoreUnmatchedOutside((CocoAreaRange)area, detections, flags);
            }
        }
    }

    /// <summary>Matches at one IoU threshold among objects of every size.</summary>
    /// <param name="threshold">The least IoU of a match.</param>
    /// <param name="targets">The objects of the class in the image, positions in the input.</param>
    /// <param name="detections">The detections to match, best score first.</param>
    /// <param name="flags">Becomes the flags of the detections.</param>
    /// <param name="found">Becomes the index in <paramref name="targets"/> of what each detection found, or -1.</param>
    public void MatchOnce(double threshold, ReadOnlySpan<int> targets, ReadOnlySpan<int> detections, Span<byte> flags, Span<int> found)
    {
        Measure(targets, detections);
        OrderTargets(targets, CocoAreaRange.All);
        flags.Clear();
        found.Fill(-1);
        MatchAt(threshold, targets, detections.Length, flags, found);
        IgnoreUnmatchedOutside(CocoAreaRange.All, detections, flags);
    }

    private void Measure(ReadOnlySpan<int> targets, ReadOnlySpan<int> detections)
    {
        _columns.Fill(objects, targets);
        Reserve(targets.Length, detections.Length);
        for (var d = 0; d < detections.Length && targets.Length > 0; d++)
        {
            CocoIou.Row(predictions[detections[d]], _columns, _ious.AsSpan(d * _columns.PaddedCount, _columns.PaddedCount));
        }
    }

    /// <summary>Objects to be found come first, ignored ones after them, each in the order of the file.</summary>
    private int OrderTargets(ReadOnlySpan<int> targets, CocoAreaRange area)
    {
        for (var g = 0; g < targets.Length; g++)
        {
            ref readonly var target = ref objects[targets[g]];
            _ignored[g] = target.IsCrowd || (honorsIgnored && target.IsIgnored) || !CocoDefinition.Contains(area, target.Area);
        }

        var next = 0;
        for (var g = 0; g < targets.Length; g++)
        {
            if (!_ignored[g])
            {
                _order[next++] = g;
            }
        }

        var toFind = next;
        for (var g = 0; g < targets.Length; g++)
        {
            if (_ignored[g])
            {
                _order[next++] = g;
            }
        }

        return toFind;
    }

    private void MatchAt(double threshold, ReadOnlySpan<int> targets, int detectionCount, Span<byte> flags, Span<int> found)
    {
        if (targets.IsEmpty)
        {
            return;
        }

        Array.Clear(_taken, 0, targets.Length);
        for (var d = 0; d < detectionCount; d++)
        {
            var match = BestTarget(threshold, targets, _ious.AsSpan(d * _columns.PaddedCount, targets.Length));
            if (match < 0)
            {
                continue;
            }

            _taken[match] = true;
            var matched = objects[targets[match]].HasIdZero ? 0 : ClassMatches.Matched;
            flags[d] = (byte)(matched | (_ignored[match] ? ClassMatches.Ignored : 0));
            if (!found.IsEmpty)
            {
                found[d] = match;
            }
        }
    }

    private int BestTarget(double threshold, ReadOnlySpan<int> targets, ReadOnlySpan<double> ious)
    {
        var best = Math.Min(threshold, 1 - 1e-10);
        var match = -1;
        foreach (var g in _order.AsSpan(0, targets.Length))
        {
            // An object to be found is never given up for an ignored one, however well that fits.
            if (match >= 0 && !_ignored[match] && _ignored[g])
            {
                break;
            }

            // Of two equal fits the later wins: the official comparison is "less than".
            if (ious[g] < best || (_taken[g] && !objects[targets[g]].IsCrowd))
            {
                continue;
            }

            (best, match) = (ious[g], g);
        }

        return match;
    }

    private void IgnoreUnmatchedOutside(CocoAreaRange area, ReadOnlySpan<int> detections, Span<byte> flags)
    {
        for (var d = 0; d < detections.Length; d++)
        {
            ref readonly var detection = ref predictions[detections[d]];
            if (flags[d] == 0 && !CocoDefinition.Contains(area, detection.Width * detection.Height))
            {
                flags[d] = ClassMatches.Ignored;
            }
        }
    }

    private void Reserve(int targetCount, int detectionCount)
    {
        if (_order.Length < targetCount)
        {
            (_order, _ignored, _taken) = (new int[targetCount * 2], new bool[targetCount * 2], new bool[targetCount * 2]);
        }

        if (_ious.Length < _columns.PaddedCount * detectionCount)
        {
            _ious = new double[_columns.PaddedCount * detectionCount * 2];
        }
    }
}
