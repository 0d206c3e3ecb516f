using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// Deformable DETR (Zhu et al., 2021) above a backbone, which is that of <see cref="DetectorOptions"/>, as are the pixels' mean and deviation.
/// Defaults are those of the authors' program (`main.py`) unless said otherwise.
/// </summary>
public sealed record DeformableDetrOptions : IValidated
{
    /// <summary>Groups of the norm behind each level's projection; the width is a multiple of it (the authors' program).</summary>
    public const int NormGroups = 32;

    /// <summary>Channels of tokens and queries. Default 256.</summary>
    [Range(NormGroups, 4096)]
    public int Width { get; init; } = 256;

    /// <summary>Heads of every attention. Default 8.</summary>
    [Range(1, 256)]
    public int Heads { get; init; } = 8;

    /// <summary>Levels: the maps of strides 8, 16 and 32, and further ones, each of twice the stride, by convolutions. Default 4: to stride 64.</summary>
    [Range(3, 8)]
    public int Levels { get; init; } = 4;

    /// <summary>Layers of the encoder. Default 6.</summary>
    [Range(1, 64)]
    public int EncoderLayers { get; init; } = 6;

    /// <summary>Layers of the decoder. Default 6.</summary>
    [Range(1, 64)]
    public int DecoderLayers { get; init; } = 6;

    /// <summary>Width inside the feed-forward layers. Default 1024.</summary>
    [Range(1, 65536)]
    public int HiddenWidth { get; init; } = 1024;

    /// <summary>Queries, so the most objects that an image can have. Default 300.</summary>
    [Range(1, 100000)]
    public int Queries { get; init; } = 300;

    /// <summary>Points that a head of the encoder looks at, in each level. Default 4.</summary>
    [Range(1, 64)]
    public int EncoderPoints { get; init; } = 4;

    /// <summary>Points that a head of the decoder looks at, in each level. Default 4.</summary>
    [Range(1, 64)]
    public int DecoderPoints { get; init; } = 4;

    /// <summary>The share of values that are dropped at random in training, in [0, 1). Default 0.1.</summary>
    [Range(0.0, 0.99)]
    public double Dropout { get; init; } = 0.1;

    /// <summary>Whether every layer of the decoder moves the boxes of the one before (section 4.2, iterative refinement). Default false.</summary>
    public bool RefinesBoxes { get; init; }

    /// <summary>Whether queries are what the encoder's best tokens propose (section 4.2, two-stage). Needs <see cref="RefinesBoxes"/>. Default false.</summary>
    public bool TwoStage { get; init; }

    /// <summary>Whether the layers before the last have losses too. Default true.</summary>
    public bool AuxiliaryLosses { get; init; } = true;

    /// <summary>What classes, box differences and overlaps weigh as a query is matched with a label. Default 2, 5, 2.</summary>
    public SetWeights MatchingCosts { get; init; } = new();

    /// <summary>What they weigh in the loss. Default 2, 5, 2.</summary>
    public SetWeights LossWeights { get; init; } = new();

    /// <summary>The share of the focal loss that an object's own class has, against the others' (Lin et al., 2017); in (0, 1). Default 0.25.</summary>
    [Range(0.0, 1.0)]
    public double FocalAlpha { get; init; } = 0.25;

    /// <summary>
    /// A query without a label, of whose box at least this share lies in a crowd or an ignored box, has no loss, in [0, 1].
    /// Default 0.5, as in Faster R-CNN here; the authors' program drops crowds altogether, which makes background of them.
    /// </summary>
    [Range(0.0, 1.0)]
    public double IgnoreOverlap { get; init; } = 0.5;

    /// <summary>The backbone's learning rate, as a factor of the run's. Default 0.1 (2e-5 of 2e-4); 1 for one that starts from random weights.</summary>
    [Range(0.0, 100.0)]
    public double BackboneLearningRate { get; init; } = 0.1;

    /// <summary>That of the layers that place reference and sampling points. Default 0.1.</summary>
    [Range(0.0, 100.0)]
    public double SamplingLearningRate { get; init; } = 0.1;

    /// <summary>Detections with a lower score are dropped, in [0, 1]. Default 0: none.</summary>
    [Range(0.0, 1.0)]
    public double ScoreThreshold { get; init; }

    /// <summary>Detections kept in each image. Default 100.</summary>
    [Range(1, 100000)]
    public int DetectionsPerImage { get; init; } = 100;

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check()
    {
        if (Width % NormGroups != 0)
        {
            yield return new SpecProblem(nameof(Width), FormattableString.Invariant($"is {Width}; expected a multiple of {NormGroups}"));
        }

        if (Width % Heads != 0)
        {
            yield return new SpecProblem(nameof(Heads), FormattableString.Invariant($"is {Heads}; expected a divisor of 'width' ({Width})"));
        }

        if (TwoStage && !RefinesBoxes)
        {
            yield return new SpecProblem(nameof(TwoStage), "needs 'refinesBoxes: true', as in the original");
        }
    }
}
