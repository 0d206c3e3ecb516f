using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>nuImages on disk (`kind: nuimages`).</summary>
public sealed record NuImagesDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => NuImagesFormat.Format;
}
