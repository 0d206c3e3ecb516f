using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Where things lie in a store (docs/keys.md).</summary>
internal sealed class StoreLayout(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    public string Blob(ContentHash hash) => Path.Combine(Root, "blobs", hash.Hex[..2], hash.Hex);

    public string Result(StageKey key) => Path.Combine(Root, "results", key.Hex[..2], key.Hex);

    public string Manifest(StageKey key) => Path.Combine(Result(key), "manifest.json");

    public string Lock(StageKey key) => Path.Combine(Root, "locks", key.Hex[..2], key.Hex + ".lock");

    public string LockOwner(StageKey key) => Path.Combine(Root, "locks", key.Hex[..2], key.Hex + ".owner");

    public string Work(StageKey key) => Path.Combine(Root, "work", key.Hex);

    public string History(string experiment, string node) =>
        Path.Combine([Root, "history", experiment, .. (node + ".json").Split('/')]);

    public string Quarantine(string name) => Path.Combine(Root, "quarantine", name);
}
