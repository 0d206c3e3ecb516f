using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lat.Transfer;

/// <summary>
/// Refines each region's features by attention over the regions of the same image, injecting what is known of their classes:
/// SA = softmax(A) V_c + limit(softmax(S_c o A)) V_r with A = Q K^T / sqrt(d) (paper, section 3.2.2).
/// </summary>
public sealed class SemanticFeatureFusion : nn.Module
{
    private const float Masked = -1e9f; // finite: a row is never all -inf, and 0 * inf never arises in the backward pass
    private const double LeastBias = 1e-6; // Relation Networks: the logarithm of no relation at all

    private readonly FusionOptions _options;
    private readonly double _threshold;
    private readonly double _scale;
    private readonly Linear? query;
    private readonly Linear? key;
    private readonly Linear? featureValue;
    private readonly Linear? classValue;
    private readonly Linear? geometry;
    private readonly LayerNorm? norm;

    /// <param name="featureCount">d: the width of a region's features.</param>
    /// <param name="classCount">The classes of the concatenated label spaces, without background.</param>
    /// <param name="datasetCount">N, for the threshold.</param>
    /// <param name="options">The variant.</param>
    /// <exception cref="ArgumentException">The width cannot be cut into so many heads.</exception>
    public SemanticFeatureFusion(int featureCount, int classCount, int datasetCount, FusionOptions options)
        : base(nameof(SemanticFeatureFusion))
    {
        if (featureCount % options.Heads != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"A width of {featureCount} cannot be cut into {options.Heads} heads."));
        }

        (_options, _threshold) = (options, options.Threshold.For(datasetCount));
        _scale = 1 / Math.Sqrt(featureCount / options.Heads);
        if (options.Mode != FusionMode.None)
        {
            query = nn.Linear(featureCount, featureCount);
            key = nn.Linear(featureCount, featureCount);
            featureValue = nn.Linear(featureCount, featureCount);
            classValue = options.Mode == FusionMode.ClassAware ? nn.Linear(classCount, featureCount) : null;
            geometry = options.Geometry == FusionGeometry.RelativeBias ? nn.Linear(RegionGeometry.EmbeddingSize, options.Heads) : null;
            norm = options.LayerNorm ? nn.LayerNorm(featureCount) : null;
        }

        RegisterComponents();
    }

    /// <param name="features">[M, d] float: the regions of all images of the batch.</param>
    /// <param name="classScores">[M, C] float: their scores in the concatenated space.</param>
    /// <param name="confidence">[M] float in (0, 1]: S_c.</param>
    /// <param name="imageIndex">[M] int64: the image of each region; attention never crosses images.</param>
    /// <param name="boxes">[M, 4] float, xyxy pixels: needed where <see cref="FusionOptions.Geometry"/> says something.</param>
    /// <param name="heeded">[M] bool: whether the others of its image attend to a region; null: all are. Every region attends to itself.</param>
    /// <returns>[M, d] float.</returns>
    public Tensor forward(Tensor features, Tensor classScores, Tensor confidence, Tensor imageIndex, Tensor? boxes = null, Tensor? heeded = null) =>
        Attend(features, confidence, imageIndex, boxes, heeded) is { } attention ? Fuse(attention, features, classScores) : features.alias();

    /// <summary>The attention of <see cref="forward"/>; null where nothing is fused. Arguments as there.</summary>
    public FusionAttention? Attend(Tensor features, Tensor confidence, Tensor imageIndex, Tensor? boxes = null, Tensor? heeded = null)
    {
        if (query is null || features.shape[0] == 0) // no row has no maximum
        {
            return null;
        }

        var hidden = Hidden(imageIndex, boxes, heeded);                                               // [M, M]
        var similarity = Split(query.forward(features)).matmul(Split(key!.forward(features)).transpose(-2, -1)).mul(_scale);
        similarity = geometry is null ? similarity : similarity + Bias(Required(boxes));              // [M, M] or [h, M, M]
        var plain = nn.functional.softmax(similarity.masked_fill(hidden, Masked), -1);
        if (_options.Mode == FusionMode.Plain)
        {
            return new FusionAttention(null, plain);
        }

        var weighted = Weighted(similarity, plain, hidden, confidence.unsqueeze(0));
        return _options.LimitedBranch == FusionBranch.Class
            ? new FusionAttention(Limit(plain), weighted)
            : new FusionAttention(plain, Limit(weighted));
    }

    /// <summary>The features that an attention of these regions makes. Arguments as of <see cref="forward"/>.</summary>
    public Tensor Fuse(FusionAttention attention, Tensor features, Tensor classScores)
    {
        var ofClasses = attention.OfClasses?.matmul(Split(classValue!.forward(classScores)));
        var ofFeatures = attention.OfFeatures.matmul(Split(featureValue!.forward(features)));
        var fused = Join(ofClasses is null ? ofFeatures : ofClasses + ofFeatures);                    // [M, d]
        fused = _options.Residual ? features + fused : fused;
        return norm is null ? fused : norm.forward(fused);
    }

    private Tensor Hidden(Tensor imageIndex, Tensor? boxes, Tensor? heeded)
    {
        var hidden = imageIndex.unsqueeze(1).ne(imageIndex.unsqueeze(0));
        hidden = _options.Geometry == FusionGeometry.OverlapMask ? hidden.logical_or(RegionGeometry.AreApart(Required(boxes))) : hidden;
        if (heeded is null)
        {
            return hidden;
        }

        var itself = eye(heeded.shape[0], dtype: ScalarType.Bool, device: heeded.device);
        return hidden.logical_or(heeded.logical_not().unsqueeze(0).logical_and(itself.logical_not()));
    }

    /// <summary>log(max(relu(W g), 1e-6)), [M, M] or [h, M, M].</summary>
    private Tensor Bias(Tensor boxes)
    {
        var relation = geometry!.forward(RegionGeometry.Embed(boxes)).clamp_min(LeastBias).log();     // [M, M, h]
        return _options.Heads == 1 ? relation.squeeze(2) : relation.permute(2, 0, 1);
    }

    /// <summary>softmax(S_c o A): attention in which a proposal counts by its confidence.</summary>
    private Tensor Weighted(Tensor similarity, Tensor plain, Tensor hidden, Tensor confidence)
    {
        switch (_options.Confidence)
        {
            case ConfidenceMode.LogAdd:
                return nn.functional.softmax((similarity + confidence.clamp_min(1e-6).log()).masked_fill(hidden, Masked), -1);
            case ConfidenceMode.Literal:
                return nn.functional.softmax((similarity * confidence).masked_fill(hidden, Masked), -1);
            default:
                var product = plain * confidence;
                return product / product.sum(-1, keepdim: true);
        }
    }

    private Tensor Limit(Tensor attention)
    {
        switch (_options.Limit)
        {
            case RowLimit.None:
                return attention;
            case RowLimit.Clamp:
                return attention.clamp_max(_threshold);
            default:
                var factor = _threshold / attention.amax([-1], keepdim: true);
                return attention * (_options.Limit == RowLimit.ScaleDown ? factor.clamp_max(1) : factor);
        }
    }

    /// <summary>[M, d] to [h, M, d / h]; one head is not cut.</summary>
    private Tensor Split(Tensor values) =>
        _options.Heads == 1 ? values : values.reshape(values.shape[0], _options.Heads, -1).transpose(0, 1);

    private Tensor Join(Tensor values) =>
        _options.Heads == 1 ? values : values.transpose(0, 1).reshape(values.shape[1], -1);

    private static Tensor Required(Tensor? boxes) => boxes ?? throw new ArgumentNullException(nameof(boxes), "This variant of the fusion looks at the boxes.");
}
