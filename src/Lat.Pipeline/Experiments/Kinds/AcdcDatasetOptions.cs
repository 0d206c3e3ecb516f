using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>ACDC on disk (`kind: acdc`).</summary>
public sealed record AcdcDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => AcdcFormat.Format;
}
