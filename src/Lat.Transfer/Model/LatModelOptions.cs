using System.ComponentModel.DataAnnotations;
using Lat.Core;
using Lat.Detection;

namespace Lat.Transfer;

/// <summary>The Label-Aligned Transfer model: frozen features, privileged proposals, fusion, one head over all label spaces (paper, section 3.2).</summary>
public sealed record LatModelOptions : IValidated
{
    /// <summary>The Privileged Proposal Generator.</summary>
    public PrivilegedProposalOptions Proposals { get; init; } = new();

    /// <summary>The Semantic Feature Fusion.</summary>
    public FusionOptions Fusion { get; init; } = new();

    /// <summary>The width d of a region's features and of both fully connected layers. Default 256; Detectron2's is 1024.</summary>
    [Range(8, 8192)]
    public int HeadWidth { get; init; } = 256;

    /// <summary>Bins per side of RoIAlign. Default 7 (Detectron2).</summary>
    [Range(1, 28)]
    public int OutputSize { get; init; } = 7;

    /// <summary>Samples per side of a bin. Default 2.</summary>
    [Range(1, 8)]
    public int SamplingRatio { get; init; } = 2;

    /// <summary>The side in pixels of the box that is pooled from the level of stride 16. Default 112: half of Detectron2's 224, for small images.</summary>
    [Range(8.0, 1024.0)]
    public double CanonicalBoxSize { get; init; } = 112;

    /// <summary>The IoU from which a proposal stands for an annotation. Default 0.5 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double MatchIou { get; init; } = 0.5;

    /// <summary>The weights of dx, dy, dw, dh in the box regression. Default 10, 10, 5, 5 (Detectron2).</summary>
    [Length(4, 4)]
    public EquatableArray<double> BoxWeights { get; init; } = [10, 10, 5, 5];

    /// <summary>
    /// Whether one box regressor serves all classes of all spaces. Default false: it would average the conventions that are to be told apart
    /// (docs/method.md); for ablations.
    /// </summary>
    public bool ClassAgnosticBoxes { get; init; }

    /// <summary>
    /// Whether the model looks at mirror images too: every other image of training is mirrored, and what it says of an image is the mean of what it says
    /// of both. Features are computed and stored twice. Default false (the paper does not say).
    /// </summary>
    public bool Mirror { get; init; }

    /// <summary>
    /// Whether a learned share of a proposal's own class scores, in every space, is added to its logits, so that a detector's evidence reaches
    /// the head without passing the fusion. Starts at nothing. Default false (the paper's head).
    /// </summary>
    public bool ScoreEvidence { get; init; }

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check()
    {
        if (HeadWidth % Fusion.Heads != 0)
        {
            yield return new SpecProblem(
                $"{nameof(Fusion)}.{nameof(FusionOptions.Heads)}",
                FormattableString.Invariant($"is {Fusion.Heads}; expected a divisor of 'headWidth' ({HeadWidth})"));
        }
    }

    internal RegionOptions ToRegionOptions() => new()
    {
        OutputSize = OutputSize,
        SamplingRatio = SamplingRatio,
        CanonicalBoxSize = CanonicalBoxSize,
    };
}
