using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>The losses of a second stage: Faster R-CNN's, and the LAT model's.</summary>
public static class RegionLosses
{
    /// <summary>Both losses of a sample.</summary>
    /// <param name="logits">[R, 1 + K].</param>
    /// <param name="offsets">[R, (1 + K) * 4], or [R, 4] of a class-agnostic head.</param>
    public static IReadOnlyList<LossTerm> Compute(Tensor logits, Tensor offsets, RegionSample sample, DetectorLossOptions options)
    {
        var masked = options.MaskLabelSpaces ? LabelSpaceMask.Apply(logits, sample.Slices, sample.PerImage) : logits;
        var classWeights = options.WeightClassesByConfidence ? sample.Confidences : null;
        var boxWeights = options.WeightBoxesByConfidence ? sample.Confidences : null;
        return
        [
            new LossTerm("class", Classification(masked, sample.Columns, classWeights, options.Normalizer)),
            new LossTerm("box", BoxRegression(offsets, sample.Columns, sample.Offsets, boxWeights, options.SmoothL1Beta)),
        ];
    }

    /// <summary>Softmax cross-entropy, each region weighed by its label's confidence (paper, section 4.2).</summary>
    /// <param name="logits">[R, 1 + K], masked where there are foreign label spaces.</param>
    /// <param name="columns">[R] the right column.</param>
    /// <param name="weights">[R]; null for 1 everywhere.</param>
    /// <param name="normalizer">What the sum is divided by.</param>
    public static Tensor Classification(Tensor logits, long[] columns, float[]? weights, ClassLossNormalizer normalizer)
    {
        var right = tensor(columns, [columns.Length, 1], device: logits.device);
        var losses = logits.log_softmax(1).gather(1, right).squeeze(1).neg();                  // [R]
        if (weights is not null)
        {
            losses = losses.mul(tensor(weights, device: logits.device));
        }

        var divisor = weights is not null && normalizer == ClassLossNormalizer.Weights ? weights.Sum(weight => (double)weight) : columns.Length;
        return losses.sum().div(Math.Max(divisor, 1e-6));
    }

    /// <summary>Differences of the right class's offsets, summed over objects, divided by all regions (Detectron2).</summary>
    /// <param name="offsets">[R, (1 + K) * 4], or [R, 4] of a class-agnostic head.</param>
    /// <param name="columns">[R] the right column; 0 is background and has no box loss.</param>
    /// <param name="targets">[R * 4].</param>
    /// <param name="weights">[R]; null for 1 everywhere.</param>
    /// <param name="smoothL1Beta">Where the L1 loss becomes smooth; 0 for nowhere.</param>
    public static Tensor BoxRegression(Tensor offsets, long[] columns, float[] targets, float[]? weights, double smoothL1Beta = 0)
    {
        var perRow = offsets.shape[1] / 4;
        var (rows, wanted, rowWeights) = (new List<long>(), new List<float>(), new List<float>());
        for (var region = 0; region < columns.Length; region++)
        {
            if (columns[region] != LabelSpaceSlice.BackgroundColumn)
            {
                rows.Add(perRow == 1 ? region : (region * perRow) + columns[region]);
                wanted.AddRange(targets.AsSpan(region * 4, 4));
                rowWeights.Add(weights?[region] ?? 1);
            }
        }

        var drawn = offsets.reshape(-1, 4).index_select(0, tensor(rows.ToArray(), device: offsets.device));
        var differences = BoxDifferences.Of(drawn, tensor(wanted.ToArray(), [rows.Count, 4], device: offsets.device), smoothL1Beta);
        if (weights is not null)
        {
            differences = differences.mul(tensor(rowWeights.ToArray(), [rows.Count, 1], device: offsets.device));
        }

        return differences.sum().div(Math.Max(columns.Length, 1));
    }
}
