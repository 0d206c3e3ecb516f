using Lat.Core;
using Lat.Detection;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lat.Transfer;

/// <summary>
/// The transfer head of label-guided pseudo-labelling: a pooled region of the frozen features and the class given with it make one score,
/// whether the target keeps it, and one box.
/// </summary>
public sealed class LabelGuidedModel : nn.Module
{
    private readonly RoiAligner _aligner;
    private readonly TwoLayerHead box_head;
    private readonly Linear guide;
    private readonly BoxPredictor box_predictor;

    /// <param name="options">The sizes.</param>
    /// <param name="levels">The shapes of the frozen features; channels and strides count.</param>
    /// <param name="classCount">The classes that may be given.</param>
    /// <param name="initialization">Where the first weights come from.</param>
    public LabelGuidedModel(LabelGuidedOptions options, EquatableArray<FeatureShape> levels, int classCount, Seed initialization)
        : base(nameof(LabelGuidedModel))
    {
        _aligner = new RoiAligner(options.ToModelOptions().ToRegionOptions(), [.. levels.Select(level => level.Stride)]);
        box_head = new TwoLayerHead(levels[0].Channels * options.OutputSize * options.OutputSize, options.HeadWidth);
        guide = nn.Linear(options.HeadWidth + classCount, options.HeadWidth);
        box_predictor = new BoxPredictor(options.HeadWidth, 1, classAgnostic: true);
        RegisterComponents();
        LatModel.Initialize(this, initialization);
    }

    /// <param name="levels">The frozen feature maps of the batch, each [N, C, h, w] float.</param>
    /// <param name="regions">The boxes, with the one-hot classes given.</param>
    /// <returns>Logits [M, 2], "dropped" first, and box deltas [M, 4].</returns>
    public (Tensor Logits, Tensor Deltas) forward(IReadOnlyList<Tensor> levels, RegionBatch regions)
    {
        var features = box_head.forward(_aligner.Pool(levels, regions.Boxes, regions.Images));        // [M, d]
        using var given = regions.ClassScoreTensor(levels[0].device);                                 // [M, K]
        return box_predictor.forward(guide.forward(cat([features, given], 1)).relu());
    }
}
