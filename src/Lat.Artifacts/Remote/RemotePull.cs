using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Brings one result from a remote into a store: manifest first, believed only where it hashes to its key; every file by its hash.</summary>
internal sealed class RemotePull(RemoteDownload download, RemoteOptions options, ArtifactStore store, StageKey key)
{
    // Under the stage's lock, so no other process is here. What a cut-off attempt has brought is kept for the next one.
    private readonly string _folder = Path.Combine(store.Layout.Folder("pulls"), key.Hex);

    /// <returns>The result, stored; null where the remote has none.</returns>
    /// <exception cref="RemoteFaultException">What the remote has is not this result; nothing of it is published.</exception>
    /// <exception cref="LatException">The store's own disk refuses.</exception>
    public async Task<StageResult?> RunAsync(CancellationToken cancellationToken)
    {
        var manifest = await download.ReadAsync(RemoteLayout.Manifest(key), RemoteLayout.LargestManifest, cancellationToken).ConfigureAwait(false);
        if (manifest is null)
        {
            return null;
        }

        var result = Believe(manifest);
        store.Require();
        await FetchPackAsync(result, cancellationToken).ConfigureAwait(false);
        await Parallel.ForEachAsync(
            RemoteLayout.Large(result).Where(IsMissing),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken },
            async (output, token) => await FetchBlobAsync(output, token).ConfigureAwait(false)).ConfigureAwait(false);
        store.Files.WriteAtomically(store.Layout.Manifest(key), manifest, durable: true);
        store.Files.TryDeleteDirectory(_folder);
        return result;
    }

    private StageResult Believe(byte[] manifest)
    {
        try
        {
            var result = ManifestFormat.Read(manifest);
            return result.Key == key && result.Parts.ToKey() == key
                ? result
                : throw new RemoteFaultException($"the manifest there is that of another key, {result.Key.Abbreviated}");
        }
        catch (FormatException exception)
        {
            throw new RemoteFaultException(exception.Message);
        }
    }

    private bool IsMissing(StageOutput output) => store.Blobs.FindDamage(output, Verification.Content) is not null;

    private async Task FetchPackAsync(StageResult result, CancellationToken cancellationToken)
    {
        var packed = RemoteLayout.Packed(result);
        if (!packed.Any(IsMissing))
        {
            return;
        }

        var path = Path.Combine(_folder, "pack");
        await FetchAsync(RemoteLayout.Pack(key), path, packed.Sum(output => output.Size), cancellationToken).ConfigureAwait(false);
        if (!ContentPack.TryUnpack(store, path, packed))
        {
            throw Wrong(RemoteLayout.Pack(key), path);
        }
    }

    private async Task FetchBlobAsync(StageOutput output, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder, output.Hash.Hex);
        await FetchAsync(RemoteLayout.Blob(output), path, output.Size, cancellationToken).ConfigureAwait(false);
        if (!store.Blobs.TryAdd(output, path))
        {
            throw Wrong(RemoteLayout.Blob(output), path);
        }
    }

    private async Task FetchAsync(string name, string path, long size, CancellationToken cancellationToken)
    {
        if (!await download.FetchAsync(name, path, size, cancellationToken).ConfigureAwait(false))
        {
            throw new RemoteFaultException($"{name} is not there, though its manifest is");
        }
    }

    // What is wrong must not be taken for a beginning by the next attempt.
    private RemoteFaultException Wrong(string name, string path)
    {
        store.Files.TryDelete(path);
        return new RemoteFaultException($"{name} has another content there than its hash says");
    }
}
