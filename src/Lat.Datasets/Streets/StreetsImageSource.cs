using Lat.Core;

namespace Lat.Datasets;

/// <summary>A generated image, drawn when it is opened.</summary>
/// <param name="Options">The dataset.</param>
/// <param name="Index">Which of its images.</param>
public sealed record StreetsImageSource(StreetsOptions Options, int Index) : ImageSource
{
    /// <summary>None: generated images lie in no file.</summary>
    public override string File => "";

    /// <inheritdoc />
    public override string Location => FormattableString.Invariant($"Streets, image {Index} of {Options.Space}");

    /// <inheritdoc />
    public override bool Exists => true;

    /// <inheritdoc />
    public override Stream Open() => new MemoryStream(PngBytes.Encode(StreetsGenerator.GenerateOne(Options, Index).Image), writable: false);
}
