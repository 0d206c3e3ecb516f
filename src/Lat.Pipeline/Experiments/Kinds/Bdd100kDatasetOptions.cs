using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>BDD100K on disk (`kind: bdd100k`).</summary>
public sealed record Bdd100kDatasetOptions : FolderDatasetOptions
{
    /// <inheritdoc />
    public override DatasetFormat ToFormat() => Bdd100kFormat.Format;
}
