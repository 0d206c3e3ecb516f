using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>How the LAT model's predictions become labels (paper, section 3.2.2, inference).</summary>
public sealed record TransferOptions
{
    /// <summary>Predictions below this score are no labels. Default 0.05 (Detectron2's test threshold); downstream training has its own.</summary>
    [Range(0.0, 1.0)]
    public double ScoreThreshold { get; init; } = 0.05;

    /// <summary>Class-wise non-maximum suppression: the IoU above which the lesser box goes. Default 0.5 (Detectron2).</summary>
    [Range(0.0, 1.0)]
    public double NmsThreshold { get; init; } = 0.5;

    /// <summary>The most labels of an image. Default 100 (Detectron2).</summary>
    [Range(1, 10000)]
    public int MaximumLabels { get; init; } = 100;

    /// <summary>
    /// Whether the target detector's own predictions join the transferred ones before non-maximum suppression: where that detector is the
    /// better judge, its evidence is kept. False reproduces the paper. Default true (docs/method.md).
    /// </summary>
    public bool JoinPseudoLabels { get; init; } = true;

    /// <summary>
    /// What the score of a label is multiplied with that lies on no annotation of the source: the source's annotators saw nothing there that they
    /// label. 1 reproduces the paper. Default 0.75 (docs/method.md).
    /// </summary>
    [Range(0.0, 1.0)]
    public double UnsupportedWeight { get; init; } = 0.75;

    /// <summary>
    /// What the score of a label is multiplied with where a surer one of another class lies: seldom are there two objects in one place. The
    /// soft suppression of Bodla et al. 2017, across classes and in one step. 1 reproduces the paper. Default 0.7 (docs/method.md).
    /// </summary>
    [Range(0.0, 1.0)]
    public double ContestedWeight { get; init; } = 0.7;

    /// <summary>The IoU above which labels of two classes contest a place. Default 0.5; a rider and the bicycle below overlap less.</summary>
    [Range(0.0, 1.0)]
    public double ContestedIou { get; init; } = 0.5;

    /// <summary>Thresholds of single classes of the targets' spaces, in place of <see cref="ScoreThreshold"/>. Default none.</summary>
    public EquatableArray<ClassThreshold> ClassThresholds { get; init; } = [];

    /// <summary>
    /// The IoU above which labels that come from two different source boxes suppress one another: the source says that these are two objects.
    /// Default null: as <see cref="NmsThreshold"/>. A value near 1 keeps crowds apart, but leaves a class twice where boxes should merge.
    /// </summary>
    [Range(0.0, 1.0)]
    public double? AcrossSourcesNmsThreshold { get; init; }

    /// <summary>
    /// Box voting (Gidaris and Komodakis 2015): the box of a label becomes the mean, weighted by score, of all candidates of its class that
    /// overlap it by at least this IoU. Default null: off.
    /// </summary>
    [Range(0.0, 1.0)]
    public double? BoxVotingIou { get; init; }

    /// <summary>
    /// Whether a file beside the labels says where each came from, and which source boxes ended without one, and why. Default true.
    /// </summary>
    public bool Provenance { get; init; } = true;

    /// <summary>How many of the proposals that a label heeded most are named in that file. Default 3.</summary>
    [Range(0, 1000)]
    public int Contributions { get; init; } = 3;

    /// <summary>
    /// What the rivals consume of it: thresholds and suppression. Their papers know no doubt from the source's boxes or from other classes, so that both
    /// weights are 1; the rest is as by default, so that no key of theirs sees it.
    /// </summary>
    public TransferOptions ForRivals() => new()
    {
        ScoreThreshold = ScoreThreshold,
        NmsThreshold = NmsThreshold,
        MaximumLabels = MaximumLabels,
        ClassThresholds = ClassThresholds,
        AcrossSourcesNmsThreshold = AcrossSourcesNmsThreshold,
        BoxVotingIou = BoxVotingIou,
        UnsupportedWeight = 1,
        ContestedWeight = 1,
    };
}
