using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>A dataset on disk as the input of a stage: the relative paths and the content of all its files.</summary>
internal static class DatasetInput
{
    public const string Name = "dataset";

    public static ExternalInput Of(string path, DatasetHasher hasher) => new(Name, path, hasher.Hash);

    /// <summary>The hash of a dataset, every file read.</summary>
    public static ContentHash Hash(string path) => new DatasetHasher().Hash(path);
}
