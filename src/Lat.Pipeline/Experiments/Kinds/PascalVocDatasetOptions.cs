using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>A dataset in Pascal VOC's XML on disk (`kind: voc`).</summary>
public sealed record PascalVocDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => PascalVocFormat.Format;
}
