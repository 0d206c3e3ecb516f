using Lat.Core;

namespace Lat.Detection;

/// <summary>Matches proposals to targets and draws those that the second stage learns from.</summary>
/// <param name="options">Thresholds and numbers.</param>
public sealed class RegionSampler(RegionOptions options)
{
    private readonly BoxMatcher _matcher = new(options.MatchIou, options.MatchIou, keepBestOfEachTarget: false, options.IgnoreOverlap);
    private readonly BalancedSampler _sampler = new(options.BatchPerImage, options.PositiveFraction);
    private readonly BoxCoder _coder = new(options.BoxWeights);

    /// <param name="proposals">[r * 4] of each image.</param>
    /// <param name="targets">Of each image; their boxes are proposals too unless the options say otherwise.</param>
    /// <param name="random">Draws.</param>
    public RegionSample Draw(IReadOnlyList<float[]> proposals, IReadOnlyList<ImageTargets> targets, RandomStream random)
    {
        var (boxes, images, columns, confidences, offsets) =
            (new List<float>(), new List<int>(), new List<long>(), new List<float>(), new List<float>());
        var perImage = new int[targets.Count];
        for (var image = 0; image < targets.Count; image++)
        {
            var target = targets[image];
            float[] candidates = options.AppendTargets ? [.. proposals[image], .. target.Boxes] : proposals[image];
            var matches = _matcher.Match(candidates, target.Boxes, target.IgnoredBoxes);
            var (positives, negatives) = _sampler.Draw(matches, random);
            perImage[image] = positives.Length + negatives.Length;
            foreach (var candidate in positives.Concat(negatives))
            {
                var box = candidates.AsSpan(candidate * 4, 4);
                var match = matches.Targets[candidate];
                boxes.AddRange(box);
                images.Add(image);
                columns.Add(match >= 0 ? target.Columns[match] : LabelSpaceSlice.BackgroundColumn);
                confidences.Add(match >= 0 ? target.Confidences[match] : 1);
                AddOffsets(offsets, box, match >= 0 ? target.Boxes.AsSpan(match * 4, 4) : default);
            }
        }

        return new RegionSample
        {
            Boxes = [.. boxes],
            Images = [.. images],
            PerImage = perImage,
            Columns = [.. columns],
            Confidences = [.. confidences],
            Offsets = [.. offsets],
            Slices = targets.Select(target => target.Slice).ToEquatableArray(),
        };
    }

    private void AddOffsets(List<float> offsets, ReadOnlySpan<float> box, ReadOnlySpan<float> target)
    {
        Span<float> values = stackalloc float[4];
        values.Clear();
        if (!target.IsEmpty)
        {
            _coder.Encode(box, target, values);
        }

        offsets.AddRange(values);
    }
}
