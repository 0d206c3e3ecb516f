using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>A dataset in COCO's JSON on disk (`kind: coco`).</summary>
public sealed record CocoDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => CocoFormat.Format;
}
