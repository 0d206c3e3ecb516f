using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Where things lie in a store (docs/keys.md).</summary>
internal sealed class StoreLayout(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Says that this folder is a store; as long as it lies here, the store's disk is mounted.</summary>
    public string Marker => Path.Combine(Root, "store.json");

    public string Folder(string name) => Path.Combine(Root, name);

    public string Blob(ContentHash hash) => Path.Combine(Root, "blobs", hash.Hex[..2], hash.Hex);

    public string Result(StageKey key) => Path.Combine(Root, "results", key.Hex[..2], key.Hex);

    public string Manifest(StageKey key) => Path.Combine(Result(key), "manifest.json");

    public string Lock(StageKey key) => Path.Combine(Root, "locks", key.Hex[..2], key.Hex + ".lock");

    /// <param name="key">The stage.</param>
    /// <param name="generation">1; more where the owner before may still be writing into the folder of the last one.</param>
    public string Work(StageKey key, int generation = 1) =>
        Path.Combine(Root, "work", generation == 1 ? key.Hex : FormattableString.Invariant($"{key.Hex}-{generation}"));

    public string History(string experiment, string node) =>
        Path.Combine([Root, "history", experiment, .. (node + ".json").Split('/')]);

    public string Quarantine(string name) => Path.Combine(Root, "quarantine", name);
}
