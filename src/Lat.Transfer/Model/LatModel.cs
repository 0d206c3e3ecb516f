using Lat.Core;
using Lat.Detection;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lat.Transfer;

/// <summary>
/// The trained part of Label-Aligned Transfer: pooled regions of the frozen features pass two fully connected layers, are refined by the
/// Semantic Feature Fusion, and are classified and regressed over the concatenated label spaces with one background.
/// </summary>
public sealed class LatModel : nn.Module
{
    private readonly RoiAligner _aligner;
    private readonly TwoLayerHead box_head;
    private readonly SemanticFeatureFusion fusion;
    private readonly BoxPredictor box_predictor;
    private readonly Linear? evidence;
    private readonly bool _looksAtBoxes;

    /// <param name="options">The variant and the sizes.</param>
    /// <param name="levels">The shapes of the frozen features; channels and strides count.</param>
    /// <param name="spaces">The label spaces of all datasets.</param>
    /// <param name="initialization">Where the first weights come from.</param>
    public LatModel(LatModelOptions options, EquatableArray<FeatureShape> levels, ConcatenatedLabelSpace spaces, Seed initialization)
        : base(nameof(LatModel))
    {
        _aligner = new RoiAligner(options.ToRegionOptions(), [.. levels.Select(level => level.Stride)]);
        box_head = new TwoLayerHead(levels[0].Channels * options.OutputSize * options.OutputSize, options.HeadWidth);
        fusion = new SemanticFeatureFusion(options.HeadWidth, spaces.ClassCount, spaces.DatasetCount, options.Fusion);
        box_predictor = new BoxPredictor(options.HeadWidth, spaces.ClassCount, options.ClassAgnosticBoxes);
        evidence = options.ScoreEvidence ? nn.Linear(spaces.ClassCount, 1 + spaces.ClassCount, hasBias: false) : null;
        _looksAtBoxes = options.Fusion.Geometry != FusionGeometry.None;
        RegisterComponents();
        Initialize(this, initialization, options.Fusion.StartsAtNothing);
    }

    /// <param name="levels">The frozen feature maps of the batch, each [N, C, h, w] float.</param>
    /// <param name="regions">The proposals of the batch.</param>
    /// <returns>Logits [M, 1 + K] (background first) and box deltas [M, 4 (1 + K)], or [M, 4] of one regressor for all classes.</returns>
    public (Tensor Logits, Tensor Deltas) forward(IReadOnlyList<Tensor> levels, RegionBatch regions)
    {
        var (logits, deltas, _) = Explain(levels, regions);
        return (logits, deltas);
    }

    /// <summary>As <see cref="forward"/>, with the attention that it came from; null where nothing was fused.</summary>
    public (Tensor Logits, Tensor Deltas, FusionAttention? Attention) Explain(IReadOnlyList<Tensor> levels, RegionBatch regions)
    {
        var device = levels[0].device;
        var pooled = _aligner.Pool(levels, regions.Boxes, regions.Images);                            // [M, C, S, S]
        var features = box_head.forward(pooled);                                                      // [M, d]
        using var scores = regions.ClassScoreTensor(device);                                          // [M, K]
        using var confidence = tensor(regions.Confidences, device: device);                           // [M]
        using var images = tensor(regions.Images, int64, device);                                     // [M]
        using var boxes = _looksAtBoxes ? tensor(regions.Boxes, [regions.Count, 4], device: device) : null;
        using var heeded = regions.Heeded.All(one => one) ? null : tensor(regions.Heeded, device: device); // [M]
        var attention = fusion.Attend(features, confidence, images, boxes, heeded);
        var (logits, deltas) = box_predictor.forward(attention is null ? features.alias() : fusion.Fuse(attention, features, scores));
        return (evidence is null ? logits : logits + evidence.forward(scores), deltas, attention);
    }

    /// <summary>The rules that the detector's second stage starts by; every parameter draws from a seed of its own name.</summary>
    internal static void Initialize(nn.Module module, Seed seed, bool fusionStartsAtNothing = false)
    {
        foreach (var (name, parameter) in module.named_parameters())
        {
            var random = seed.Derive(name).ToStream();
            if (parameter.dim() == 1)
            {
                WeightInitialization.Constant(parameter, name is "fusion.norm.weight" or "fusion.geometry.bias" ? 1 : 0); // a bias of log 1: no relation yet
            }
            else if (name.StartsWith("evidence.", StringComparison.Ordinal)
                || (fusionStartsAtNothing && name is "fusion.featureValue.weight" or "fusion.classValue.weight"))
            {
                WeightInitialization.Constant(parameter, 0);
            }
            else if (name.Contains("bbox_pred", StringComparison.Ordinal))
            {
                WeightInitialization.Normal(parameter, 0.001, random);
            }
            else if (name.Contains("cls_score", StringComparison.Ordinal))
            {
                WeightInitialization.Normal(parameter, 0.01, random);
            }
            else
            {
                WeightInitialization.XavierUniform(parameter, random);
            }
        }
    }
}
