namespace Lat.Evaluation;

/// <summary>Matches the detections of one class in one image with its objects, by the official greedy rule.</summary>
internal sealed class ImageMatcher(CocoObject[] objects, CocoPrediction[] predictions, bool honorsIgnored)
{
    private int[] _order = [];
    private bool[] _ignored = [];
    private bool[] _taken = [];
    private double[] _ious = [];

    /// <param name="targets">The objects of the class in the image, positions in the input.</param>
    /// <param name="detections">The detections to match, best score first.</param>
    /// <param name="matches">Where the flags go.</param>
    /// <param name="start">The position of the first detection in <paramref name="matches"/>.</param>
    public void Match(ReadOnlySpan<int> targets, ReadOnlySpan<int> detections, ClassMatches matches, int start)
    {
        Reserve(targets.Length, detections.Length);
        for (var d = 0; d < detections.Length; d++)
        {
            for (var g = 0; g < targets.Length; g++)
            {
                _ious[(d * targets.Length) + g] = CocoIou.Of(predictions[detections[d]], objects[targets[g]]);
            }
        }

        for (var area = 0; area < CocoDefinition.AreaRangeCount; area++)
        {
            matches.ToFind[area] += OrderTargets(targets, (CocoAreaRange)area);
            for (var iou = 0; iou < CocoDefinition.IouThresholds.Count; iou++)
            {
                var flags = matches.Flags(area, iou).Slice(start, detections.Length);
                MatchAt(CocoDefinition.IouThresholds[iou], targets, detections.Length, flags);
                IgnoreUnmatchedOutside((CocoAreaRange)area, detections, flags);
            }
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

    private void MatchAt(double threshold, ReadOnlySpan<int> targets, int detectionCount, Span<byte> flags)
    {
        Array.Clear(_taken, 0, targets.Length);
        for (var d = 0; d < detectionCount; d++)
        {
            var ious = _ious.AsSpan(d * targets.Length, targets.Length);
            var best = Math.Min(threshold, 1 - 1e-10);
            var match = -1;
            foreach (var g in _order.AsSpan(0, targets.Length))
            {
                if (_taken[g] && !objects[targets[g]].IsCrowd)
                {
                    continue;
                }

                // An object to be found is never given up for an ignored one, however well that fits.
                if (match >= 0 && !_ignored[match] && _ignored[g])
                {
                    break;
                }

                // Of two equal fits the later wins: the official comparison is "less than".
                if (ious[g] < best)
                {
                    continue;
                }

                (best, match) = (ious[g], g);
            }

            if (match >= 0)
            {
                _taken[match] = true;
                flags[d] = (byte)(ClassMatches.Matched | (_ignored[match] ? ClassMatches.Ignored : 0));
            }
        }
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
            (_order, _ignored, _taken) = (new int[targetCount], new bool[targetCount], new bool[targetCount]);
        }

        if (_ious.Length < targetCount * detectionCount)
        {
            _ious = new double[targetCount * detectionCount];
        }
    }
}
