using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>Synscapes on disk (`kind: synscapes`).</summary>
public sealed record SynscapesDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => SynscapesFormat.Format;
}
