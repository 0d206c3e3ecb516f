namespace Lat.Artifacts;

/// <summary>Puts one result into a remote, its manifest last: what is cut off is not seen, and the next attempt sends only what is missing.</summary>
/// <param name="objects">The remote.</param>
/// <param name="exchange">Watches the time.</param>
/// <param name="options">How many files travel at once.</param>
/// <param name="store">Where the result is.</param>
/// <param name="result">The result.</param>
/// <param name="isForced">Whether what the remote has of it is wrong and is replaced.</param>
internal sealed class RemotePush(
    IRemoteObjects objects, RemoteDownload exchange, RemoteOptions options, ArtifactStore store, StageResult result, bool isForced)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await IsThereAsync(RemoteLayout.Manifest(result.Key), cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("lat-push-").FullName;
        try
        {
            await Parallel.ForEachAsync(
                RemoteLayout.Large(result),
                new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken },
                async (output, token) => await SendAsync(RemoteLayout.Blob(output), () => store.VerifiedPath(output), output.Size, token).ConfigureAwait(false))
                .ConfigureAwait(false);
            var packed = RemoteLayout.Packed(result);
            if (packed.Count > 0)
            {
                await SendAsync(RemoteLayout.Pack(result.Key), () => WritePack(folder, packed), packed.Sum(output => output.Size), cancellationToken).ConfigureAwait(false);
            }

            await SendAsync(RemoteLayout.Manifest(result.Key), () => WriteManifest(folder), 0, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task SendAsync(string name, Func<string> source, long size, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(name, cancellationToken).ConfigureAwait(false))
        {
            var path = source();
            await exchange.WithinAsync(size, async token =>
            {
                await objects.WriteAsync(name, path, token).ConfigureAwait(false);
                return true;
            }, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<bool> IsThereAsync(string name, CancellationToken cancellationToken) => isForced
        ? Task.FromResult(false)
        : exchange.WithinAsync(0, token => objects.ExistsAsync(name, token), cancellationToken);

    private string WritePack(string folder, IReadOnlyList<StageOutput> packed)
    {
        var path = Path.Combine(folder, "pack");
        ContentPack.Write(store, path, packed);
        return path;
    }

    private string WriteManifest(string folder)
    {
        var path = Path.Combine(folder, "manifest");
        File.WriteAllBytes(path, ManifestFormat.Write(result));
        return path;
    }
}
