using Lat.Core;

namespace Lat.Detection;

/// <summary>Turns the proposal head's numbers into the boxes of one image: best of each level, decoded, clipped, suppressed, best of all.</summary>
internal sealed class ProposalSelector(ProposalOptions options, bool training)
{
    private readonly BoxCoder _coder = new(options.BoxWeights);
    private readonly int _preNms = training ? options.TrainingPreNms : options.PredictionPreNms;
    private readonly int _postNms = training ? options.TrainingPostNms : options.PredictionPostNms;

    /// <param name="grid">The anchors.</param>
    /// <param name="layout">Where the head's numbers lie.</param>
    /// <param name="logits">[P * A].</param>
    /// <param name="offsets">[P * A * 4].</param>
    /// <param name="image">Which image.</param>
    /// <param name="size">Its true size.</param>
    /// <returns>[R * 4] xyxy, best first.</returns>
    public float[] Select(
        AnchorGrid grid, PyramidLayout layout, ReadOnlySpan<float> logits, ReadOnlySpan<float> offsets, int image, ImageSize size)
    {
        var (boxes, scores, levels) = (new List<float>(), new List<float>(), new List<int>());
        Span<float> box = stackalloc float[4];
        for (var level = 0; level < layout.Levels.Count; level++)
        {
            var first = layout.FirstPixel(level, image) * grid.PerPixel;
            var count = grid.LevelStarts[level + 1] - grid.LevelStarts[level];
            var levelLogits = logits.Slice(first, count);
            foreach (var index in ScoreOrder.Best(levelLogits, _preNms))
            {
                var anchor = grid.Boxes.AsSpan((grid.LevelStarts[level] + index) * 4, 4);
                _coder.Decode(anchor, offsets.Slice((first + index) * 4, 4), box);
                BoxCoder.Clip(box, size);
                if (IsLargeEnough(box))
                {
                    boxes.AddRange(box);
                    scores.Add(levelLogits[index]);
                    levels.Add(level);
                }
            }
        }

        var kept = NonMaximumSuppression.KeepPerClass([.. boxes], [.. scores], [.. levels], options.NmsThreshold, _postNms);
        var proposals = new float[kept.Length * 4];
        for (var rank = 0; rank < kept.Length; rank++)
        {
            boxes.CopyTo(kept[rank] * 4, proposals, rank * 4, 4);
        }

        return proposals;
    }

    /// <summary>False for NaN too, which a diverging network gives.</summary>
    private bool IsLargeEnough(ReadOnlySpan<float> box) =>
        box[2] - box[0] >= options.MinimumSide && box[3] - box[1] >= options.MinimumSide && box[2] > box[0] && box[3] > box[1];
}
