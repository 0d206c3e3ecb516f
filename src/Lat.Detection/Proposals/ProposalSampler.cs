using Lat.Core;

namespace Lat.Detection;

/// <summary>Matches the anchors of every image of a batch to its targets and draws those that the losses see.</summary>
internal sealed class ProposalSampler(ProposalOptions options)
{
    private readonly BoxMatcher _matcher = new(options.PositiveIou, options.NegativeIou, options.AllowLowQualityMatches, options.IgnoreOverlap);
    private readonly BoxCoder _coder = new(options.BoxWeights);
    private readonly BalancedSampler _sampler = new(options.BatchPerImage, options.PositiveFraction);

    public ProposalSample Draw(AnchorGrid grid, PyramidLayout layout, IReadOnlyList<ImageTargets> targets, RandomStream random)
    {
        var (rows, isObject, positiveRows, positiveOffsets) = (new List<long>(), new List<float>(), new List<long>(), new List<float>());
        Span<float> offsets = stackalloc float[4];
        for (var image = 0; image < targets.Count; image++)
        {
            var matches = _matcher.Match(grid.Columns, grid.Boxes, targets[image].Boxes, targets[image].IgnoredBoxes);
            var (positives, negatives) = _sampler.Draw(matches, random);
            foreach (var anchor in positives)
            {
                var row = RowOf(grid, layout, image, anchor);
                rows.Add(row);
                isObject.Add(1);
                positiveRows.Add(row);
                var target = targets[image].Boxes.AsSpan(matches.Targets[anchor] * 4, 4);
                _coder.Encode(grid.Boxes.AsSpan(anchor * 4, 4), target, offsets);
                positiveOffsets.AddRange(offsets);
            }

            foreach (var anchor in negatives)
            {
                rows.Add(RowOf(grid, layout, image, anchor));
                isObject.Add(0);
            }
        }

        return new ProposalSample([.. rows], [.. isObject], [.. positiveRows], [.. positiveOffsets]);
    }

    private static long RowOf(AnchorGrid grid, PyramidLayout layout, int image, int anchor)
    {
        var level = grid.LevelOf(anchor);
        return ((long)layout.FirstPixel(level, image) * grid.PerPixel) + (anchor - grid.LevelStarts[level]);
    }
}
