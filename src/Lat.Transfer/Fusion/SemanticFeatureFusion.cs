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

    private readonly FusionOptions _options;
    private readonly double _threshold;
    private readonly double _scale;
    private readonly Linear? query;
    private readonly Linear? key;
    private readonly Linear? featureValue;
    private readonly Linear? classValue;
    private readonly LayerNorm? norm;

    /// <param name="featureCount">d: the width of a region's features.</param>
    /// <param name="classCount">The classes of the concatenated label spaces, without background.</param>
    /// <param name="datasetCount">N, for the threshold.</param>
    /// <param name="options">The variant.</param>
    public SemanticFeatureFusion(int featureCount, int classCount, int datasetCount, FusionOptions options)
        : base(nameof(SemanticFeatureFusion))
    {
        (_options, _threshold, _scale) = (options, options.Threshold.For(datasetCount), 1 / Math.Sqrt(featureCount));
        if (options.Mode != FusionMode.None)
        {
            query = nn.Linear(featureCount, featureCount);
            key = nn.Linear(featureCount, featureCount);
            featureValue = nn.Linear(featureCount, featureCount);
            classValue = options.Mode == FusionMode.ClassAware ? nn.Linear(classCount, featureCount) : null;
            norm = options.LayerNorm ? nn.LayerNorm(featureCount) : null;
        }

        RegisterComponents();
    }

    /// <param name="features">[M, d] float: the regions of all images of the batch.</param>
    /// <param name="classScores">[M, C] float: their scores in the concatenated space.</param>
    /// <param name="confidence">[M] float in (0, 1]: S_c.</param>
    /// <param name="imageIndex">[M] int64: the image of each region; attention never crosses images.</param>
    /// <returns>[M, d] float.</returns>
    public Tensor forward(Tensor features, Tensor classScores, Tensor confidence, Tensor imageIndex)
    {
        if (query is null || features.shape[0] == 0) // no row has no maximum
        {
            return features.alias();
        }

        var otherImage = imageIndex.unsqueeze(1).ne(imageIndex.unsqueeze(0));                        // [M, M]
        var similarity = query.forward(features).matmul(key!.forward(features).transpose(0, 1)).mul(_scale); // [M, M]
        var plain = nn.functional.softmax(similarity.masked_fill(otherImage, Masked), 1);             // [M, M]
        var fused = _options.Mode == FusionMode.Plain
            ? plain.matmul(featureValue!.forward(features))                                           // [M, d]
            : ClassAware(similarity, plain, otherImage, features, classScores, confidence);

        fused = _options.Residual ? features + fused : fused;
        return norm is null ? fused : norm.forward(fused);
    }

    private Tensor ClassAware(Tensor similarity, Tensor plain, Tensor otherImage, Tensor features, Tensor classScores, Tensor confidence)
    {
        var weighted = Weighted(similarity, plain, otherImage, confidence.unsqueeze(0));              // [M, M]
        var ofClasses = _options.LimitedBranch == FusionBranch.Class ? Limit(plain) : plain;
        var ofFeatures = _options.LimitedBranch == FusionBranch.Feature ? Limit(weighted) : weighted;
        return ofClasses.matmul(classValue!.forward(classScores)) + ofFeatures.matmul(featureValue!.forward(features));
    }

    /// <summary>softmax(S_c o A): attention in which a proposal counts by its confidence.</summary>
    private Tensor Weighted(Tensor similarity, Tensor plain, Tensor otherImage, Tensor confidence)
    {
        switch (_options.Confidence)
        {
            case ConfidenceMode.LogAdd:
                return nn.functional.softmax((similarity + confidence.clamp_min(1e-6).log()).masked_fill(otherImage, Masked), 1);
            case ConfidenceMode.Literal:
                return nn.functional.softmax((similarity * confidence).masked_fill(otherImage, Masked), 1);
            default:
                var product = plain * confidence;
                return product / product.sum(1, keepdim: true);
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
                var factor = _threshold / attention.amax([1], keepdim: true);
                return attention * (_options.Limit == RowLimit.ScaleDown ? factor.clamp_max(1) : factor);
        }
    }
}
