using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// The checkpoint that a detector starts from: safetensors, or PyTorch's `.pth`. It counts by its content; where it lies does not.
/// A checkpoint keeps its own normalisation of pixels: published ResNets have the defaults of <see cref="DetectorOptions.PixelMean"/>.
/// </summary>
public sealed record PretrainedWeights : IValidated
{
    /// <summary>The file; a relative path is one from the folder in which the run is started.</summary>
    [NotInKey]
    public required string File { get; init; }

    /// <summary>The SHA-256 of the file, 64 lower-case hexadecimal digits, as `lat weights FILE` prints it. Another file is refused.</summary>
    [NotInKey]
    public required string Sha256 { get; init; }

    /// <summary>What is taken from it. Default <see cref="WeightsPart.Backbone"/>, as Detectron2 and torchvision start detectors.</summary>
    public WeightsPart Part { get; init; } = WeightsPart.Backbone;

    /// <summary>
    /// Whether the last layer (`roi_heads.box_predictor`) keeps its random start where its shape differs, as it does for other classes.
    /// Default false: a difference is a fault. Ignored for a backbone.
    /// </summary>
    public bool SkipMismatchedHead { get; init; }

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check()
    {
        if (!ContentHash.TryParse(Sha256, out _))
        {
            yield return new SpecProblem(nameof(Sha256), $"is '{Sha256}'; expected 64 lower-case hexadecimal digits: ./lat weights {File} prints them");
        }
    }

    /// <summary>The hash of a file, which must be the expected one.</summary>
    /// <exception cref="LatException">It is another.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContentHash Verify(string path, string sha256)
    {
        var hash = ContentHash.OfFile(path);
        return hash.Hex == sha256
            ? hash
            : throw new LatException($"The weights '{path}' have the SHA-256 {hash}, but the experiment names {sha256}. Fetch the right file, or correct 'sha256'.");
    }
}
