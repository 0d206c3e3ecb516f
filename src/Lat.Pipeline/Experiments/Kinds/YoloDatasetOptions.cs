using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>A YOLO folder on disk (`kind: yolo`).</summary>
public sealed record YoloDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => YoloFormat.Format;
}
