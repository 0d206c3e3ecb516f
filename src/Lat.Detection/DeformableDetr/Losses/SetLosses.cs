using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// The losses of Deformable DETR: focal loss of the classes, differences and generalised overlap of the boxes, for every layer of the decoder by its own
/// matching, and for the proposals of a first stage. Sums over a batch are divided by its number of labels, or the sum of their weights.
/// </summary>
/// <remarks>
/// A query that stands for a label weighs the label's confidence in the class loss, in all its columns, and by option in the box losses. One that stands
/// for none and lies in a crowd or an ignored box has no loss. Classes of foreign label spaces have none either.
/// </remarks>
internal sealed class SetLosses(DeformableDetrOptions options, DetectorLossOptions loss)
{
    private readonly SetMatcher _matcher = new(options);

    /// <summary>`class`, `box` and `giou` of the last layer; then of the others, `-layer1` and on; then of the proposals, `-encoder`.</summary>
    /// <param name="layers">Of the decoder, the last one last.</param>
    /// <param name="proposals">Logits [N, S, K] and boxes [N, S, 4]; null without a first stage.</param>
    /// <param name="targets">Of each image.</param>
    public LossTerms Compute(IReadOnlyList<DecodedLayer> layers, (Tensor Logits, Tensor Boxes)? proposals, IReadOnlyList<SetTargets> targets)
    {
        using var scope = NewDisposeScope();
        var (terms, count) = (new List<LossTerm>(), layers.Count);
        int[] order = [count - 1, .. options.AuxiliaryLosses ? Enumerable.Range(0, count - 1) : []];
        var mask = MaskOf(targets, layers[0].Logits);
        using (var logits = HostValues.Of(stack(order.Select(layer => layers[layer].Logits.detach()).ToArray())))
        using (var boxes = HostValues.Of(stack(order.Select(layer => layers[layer].Boxes.detach()).ToArray())))
        {
            var (logitCount, boxCount) = (logits.Span.Length / order.Length, boxes.Span.Length / order.Length);
            for (var place = 0; place < order.Length; place++)
            {
                var matches = _matcher.Match(logits.Span.Slice(place * logitCount, logitCount), boxes.Span.Slice(place * boxCount, boxCount), targets, asObjects: false);
                var suffix = place == 0 ? "" : FormattableString.Invariant($"-layer{order[place] + 1}");
                terms.AddRange(Terms(layers[order[place]].Logits, layers[order[place]].Boxes, matches, targets, mask, suffix));
            }
        }

        if (proposals is { } first)
        {
            using var logits = HostValues.Of(first.Logits);
            using var boxes = HostValues.Of(first.Boxes);
            terms.AddRange(Terms(first.Logits, first.Boxes, _matcher.Match(logits.Span, boxes.Span, targets, asObjects: true), targets, null, "-encoder"));
        }

        scope.MoveToOuter(terms.Select(term => term.Value));
        return new LossTerms(terms);
    }

    private IEnumerable<LossTerm> Terms(Tensor logits, Tensor boxes, SetMatches matches, IReadOnlyList<SetTargets> targets, Tensor? mask, string suffix)
    {
        var weighs = loss.WeightClassesByConfidence && loss.Normalizer == ClassLossNormalizer.Weights;
        var labels = targets.Sum(target => target.Count);
        var (classDivisor, boxDivisor) = (Math.Max(1, weighs ? targets.Sum(target => target.Confidences.Sum(confidence => (double)confidence)) : labels), Math.Max(1.0, labels));
        yield return new LossTerm("class" + suffix, ClassLoss(logits, matches, mask).mul(options.LossWeights.Class / classDivisor));
        var found = boxes.reshape(-1, 4).index_select(0, tensor(matches.Rows, device: boxes.device));                      // [R, 4]
        var wanted = tensor(matches.Boxes, [matches.Rows.Length, 4], device: boxes.device);
        var differences = BoxDifferences.Of(found, wanted, loss.SmoothL1Beta).sum(1);                                      // [R]
        var gaps = GeneralizedIou.Of(found, wanted).neg().add(1);                                                          // [R]
        if (loss.WeightBoxesByConfidence)
        {
            var weights = tensor(matches.Confidences, device: boxes.device);
            (differences, gaps) = (differences.mul(weights), gaps.mul(weights));
        }

        yield return new LossTerm("box" + suffix, differences.sum().mul(options.LossWeights.Box / boxDivisor));
        yield return new LossTerm("giou" + suffix, gaps.sum().mul(options.LossWeights.GeneralizedIou / boxDivisor));
    }

    /// <summary>The sum over all queries and classes.</summary>
    private Tensor ClassLoss(Tensor logits, SetMatches matches, Tensor? mask)
    {
        var (images, queries, classes) = (logits.shape[0], logits.shape[1], logits.shape[2]);
        long[] ones = [.. matches.Rows.Select((row, label) => (row * classes) + matches.Columns[label])];
        var right = zeros([images * queries * classes], device: logits.device);
        right.index_fill_(0, tensor(ones, device: logits.device), 1);
        var losses = FocalLoss.Of(logits, right.view(images, queries, classes), options.FocalAlpha);
        if (mask is not null)
        {
            losses = losses.mul(mask);
        }

        var weights = WeightsOf(matches, (int)(images * queries));
        return weights is null ? losses.sum() : losses.mul(tensor(weights, [images, queries, 1], device: logits.device)).sum();
    }

    /// <summary>[N * Q]; null for 1 everywhere.</summary>
    private float[]? WeightsOf(SetMatches matches, int count)
    {
        var weighs = loss.WeightClassesByConfidence && matches.Confidences.Any(confidence => confidence != 1);
        if (!weighs && matches.Ignored.Length == 0)
        {
            return null;
        }

        var weights = new float[count];
        weights.AsSpan().Fill(1);
        foreach (var row in matches.Ignored)
        {
            weights[row] = 0;
        }

        for (var label = 0; weighs && label < matches.Rows.Length; label++)
        {
            weights[matches.Rows[label]] = matches.Confidences[label];
        }

        return weights;
    }

    /// <summary>[N, 1, K], 1 for the classes of each image's own label space; null where that is the whole head everywhere.</summary>
    private Tensor? MaskOf(IReadOnlyList<SetTargets> targets, Tensor logits)
    {
        var classes = (int)logits.shape[2];
        if (!loss.MaskLabelSpaces || targets.All(target => target.Slice == LabelSpaceSlice.Whole(classes)))
        {
            return null;
        }

        var mask = new float[targets.Count * classes];
        for (var image = 0; image < targets.Count; image++)
        {
            mask.AsSpan((image * classes) + targets[image].Slice.Offset, targets[image].Slice.Count).Fill(1);
        }

        return tensor(mask, [targets.Count, 1, classes], device: logits.device);
    }
}
