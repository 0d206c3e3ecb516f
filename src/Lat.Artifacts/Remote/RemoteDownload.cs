namespace Lat.Artifacts;

/// <summary>Fetches objects, within a time that their size allows, and continues where an earlier attempt was cut off.</summary>
internal sealed class RemoteDownload(IRemoteObjects objects, RemoteOptions options)
{
    /// <summary>A whole object in memory; null where there is none.</summary>
    /// <exception cref="RemoteFaultException">It is larger than the limit.</exception>
    public Task<byte[]?> ReadAsync(string name, long limit, CancellationToken cancellationToken) => WithinAsync(limit: 0, async token =>
    {
        using var source = await objects.OpenReadAsync(name, 0, token).ConfigureAwait(false);
        if (source is null)
        {
            return null;
        }

        using var destination = new MemoryStream();
        await CopyAsync(source, destination, name, limit, token).ConfigureAwait(false);
        return destination.ToArray();
    }, cancellationToken);

    /// <summary>Brings an object of a known size into a file, which may hold its beginning already.</summary>
    /// <returns>False where there is no such object.</returns>
    /// <exception cref="RemoteFaultException">It is shorter or longer.</exception>
    public async Task<bool> FetchAsync(string name, string path, long size, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return await WithinAsync(size, async token =>
        {
            using var destination = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            if (destination.Length >= size)
            {
                destination.SetLength(0);
            }

            destination.Position = destination.Length;
            using var source = await objects.OpenReadAsync(name, destination.Position, token).ConfigureAwait(false);
            if (source is null)
            {
                return false;
            }

            await CopyAsync(source, destination, name, size - destination.Position, token).ConfigureAwait(false);
            return destination.Length == size
                ? true
                : throw new RemoteFaultException(FormattableString.Invariant($"{name} has {destination.Length} bytes there, not {size}"));
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs one exchange with the remote; what neither ends nor can be cancelled is left behind.</summary>
    /// <exception cref="TimeoutException">It took longer than its size allows.</exception>
    public async Task<T> WithinAsync<T>(long limit, Func<CancellationToken, Task<T>> exchange, CancellationToken cancellationToken)
    {
        var time = options.Timeout + TimeSpan.FromSeconds((double)limit / options.MinimumBytesPerSecond);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(time);
        try
        {
            return await Task.Run(() => exchange(source.Token), source.Token).WaitAsync(source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"no answer in {time.TotalSeconds:0.#} s"));
        }
    }

    private static async Task CopyAsync(Stream source, Stream destination, string name, long limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 18];
        for (long total = 0; ;)
        {
            var count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            total += count;
            if (total > limit)
            {
                throw new RemoteFaultException(FormattableString.Invariant($"{name} is longer there than the {limit} bytes that it should have"));
            }

            await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }
    }
}
