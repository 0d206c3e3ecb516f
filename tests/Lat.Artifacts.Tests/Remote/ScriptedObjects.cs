namespace Lat.Artifacts.Tests;

/// <summary>A remote in the hands of a test: it counts, and lies, fails or hangs where it is told to.</summary>
internal sealed class ScriptedObjects(IRemoteObjects inner) : IRemoteObjects
{
    private readonly Lock _gate = new();

    public string Address => inner.Address;

    public List<string> Reads { get; } = [];

    public List<string> Writes { get; } = [];

    /// <summary>Changes what is read; null: nothing is changed.</summary>
    public Func<string, byte[], byte[]>? Alter { get; set; }

    /// <summary>Happens before every call.</summary>
    public Func<string, Task>? Before { get; set; }

    public async Task<Stream?> OpenReadAsync(string name, long offset, CancellationToken cancellationToken)
    {
        await CallAsync(Reads, $"{name}@{offset}", name);
        var stream = await inner.OpenReadAsync(name, Alter is null ? offset : 0, cancellationToken);
        if (stream is null || Alter is null)
        {
            return stream;
        }

        using (stream)
        {
            using var whole = new MemoryStream();
            await stream.CopyToAsync(whole, cancellationToken);
            var altered = Alter(name, whole.ToArray());
            return new MemoryStream(altered[(int)Math.Min(offset, altered.Length)..]);
        }
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken)
    {
        await CallAsync(null, name, name);
        return await inner.ExistsAsync(name, cancellationToken);
    }

    public async Task WriteAsync(string name, string sourcePath, CancellationToken cancellationToken)
    {
        await CallAsync(Writes, name, name);
        await inner.WriteAsync(name, sourcePath, cancellationToken);
    }

    /// <summary>Nothing: several runs, one after the other, use the same remote.</summary>
    public void Dispose()
    {
    }

    private async Task CallAsync(List<string>? list, string entry, string name)
    {
        lock (_gate)
        {
            list?.Add(entry);
        }

        if (Before is not null)
        {
            await Before(name);
        }
    }
}
