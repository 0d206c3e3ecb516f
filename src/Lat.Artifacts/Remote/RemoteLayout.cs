namespace Lat.Artifacts;

/// <summary>How a result lies in a remote cache: its manifest as in the store, its large files as blobs, all its small ones in one pack.</summary>
internal static class RemoteLayout
{
    /// <summary>Files up to this size travel in a pack. Part of the layout: who changes it has to change the names too.</summary>
    public const long LargestPacked = 1 << 20;

    /// <summary>A manifest of more bytes is not believed.</summary>
    public const long LargestManifest = 64 << 20;

    public static string Manifest(StageKey key) => $"lat-1/results/{key.Hex[..2]}/{key.Hex}.json";

    public static string Pack(StageKey key) => $"lat-1/packs/{key.Hex[..2]}/{key.Hex}.pack";

    public static string Blob(StageOutput output) => $"lat-1/blobs/{output.Hash.Hex[..2]}/{output.Hash.Hex}";

    /// <summary>The files of a result's pack, one behind the other as they lie in it: each content once, in the order of the outputs.</summary>
    public static IReadOnlyList<StageOutput> Packed(StageResult result) =>
        [.. result.Outputs.Where(output => output.Size <= LargestPacked).DistinctBy(output => output.Hash)];

    /// <summary>The files that travel alone.</summary>
    public static IReadOnlyList<StageOutput> Large(StageResult result) =>
        [.. result.Outputs.Where(output => output.Size > LargestPacked).DistinctBy(output => output.Hash)];
}
