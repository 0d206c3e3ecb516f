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

    /// <summary>The map that regions are pooled from. Default stride 16, the finer one.</summary>
    public MobileNetMap Map { get; init; } = MobileNetMap.Stride16;

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check() => new PretrainedWeights { File = File, Sha256 = Sha256 }.Check();
}
