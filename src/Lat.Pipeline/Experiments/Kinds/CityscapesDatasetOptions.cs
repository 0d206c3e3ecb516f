using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>Cityscapes on disk (`kind: cityscapes`).</summary>
public sealed record CityscapesDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => CityscapesFormat.Format;
}
