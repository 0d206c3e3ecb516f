using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>SHIFT on disk (`kind: shift`).</summary>
public sealed record ShiftDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => ShiftFormat.Format;
}
