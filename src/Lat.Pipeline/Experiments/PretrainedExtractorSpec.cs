using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>A frozen extractor that was trained elsewhere: no extractor is trained, and the features are the same for every seed.</summary>
public sealed record PretrainedExtractorSpec : IValidated
{
    /// <summary>The network.</summary>
    public required PretrainedExtractorKind Kind { get; init; }

    /// <summary>The file of the weights; a relative path is one from the folder in which the run is started.</summary>
    [NotInKey]
    public required string File { get; init; }

    /// <summary>The SHA-256 of the file, as `lat weights FILE` prints it. Another file is refused.</summary>
    [NotInKey]
    public required string Sha256 { get; init; }

    /// <summary>The map of `mobilenetv2` that regions are pooled from. Default stride 16, the finer one. Ignored by `dinov2`.</summary>
    public MobileNetMap Map { get; init; } = MobileNetMap.Stride16;

    /// <summary>Which published network `dinov2` is. Required there, refused elsewhere.</summary>
    public VisionTransformerModel? Model { get; init; }

    /// <summary>
    /// The blocks of `dinov2`, counted from 0, whose normed patch tokens are the features, one after the other in the channels. Default none: the last
    /// block's alone, as the paper takes them.
    /// </summary>
    public EquatableArray<int> Layers { get; init; } = [];

    /// <summary>The strides of `dinov2`'s features. Default one map of stride 14.</summary>
    public VisionTransformerPyramid Pyramid { get; init; } = VisionTransformerPyramid.OneMap;

    /// <summary>
    /// The most that the stored features of one dataset may take on the disk, such as `20GiB`. A dataset that would take more is not stored: its features
    /// are computed whenever they are needed, with the same results in more time. Default null: no limit but the disk's free space.
    /// </summary>
    public string? DiskBudget { get; init; }

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check() =>
        new PretrainedWeights { File = File, Sha256 = Sha256 }.Check().Concat(CheckBudget()).Concat(Kind == PretrainedExtractorKind.DinoV2 ? CheckLayers() : CheckOthers());

    private IEnumerable<SpecProblem> CheckBudget()
    {
        if (DiskBudget is { } budget && !ByteSize.TryParse(budget, out _))
        {
            yield return new SpecProblem(nameof(DiskBudget), $"is '{budget}'. {ByteSize.ValidValues}");
        }
    }

    private IEnumerable<SpecProblem> CheckLayers()
    {
        if (Model is not { } model)
        {
            yield return new SpecProblem(nameof(Model), "is missing; 'dinov2' needs it, such as vits14 or vitb14_reg");
            yield break;
        }

        var count = VisionTransformerExtractor.BlockCount(model);
        if (Layers.Any(layer => layer < 0 || layer >= count) || Layers.Distinct().Count() < Layers.Count)
        {
            yield return new SpecProblem(
                nameof(Layers), FormattableString.Invariant($"is [{string.Join(", ", Layers)}]; expected different blocks from 0 to {count - 1}"));
        }
    }

    private IEnumerable<SpecProblem> CheckOthers()
    {
        if (Model is not null || Layers.Count > 0 || Pyramid != VisionTransformerPyramid.OneMap)
        {
            yield return new SpecProblem(nameof(Kind), "is not 'dinov2', which alone has a 'model', 'layers' and a 'pyramid'");
        }
    }
}
