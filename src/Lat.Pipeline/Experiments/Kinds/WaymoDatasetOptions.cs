using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>Waymo Open on disk (`kind: waymo`).</summary>
public sealed record WaymoDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => WaymoFormat.Format;
}
