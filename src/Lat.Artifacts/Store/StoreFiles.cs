using System.Collections.Concurrent;
using System.Globalization;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// Every change to the store's disk goes through here: each is atomic or harmless when cut short, and each failure names the path and
/// what to do. Virtual, so that a test can make any of them fail.
/// </summary>
/// <param name="disk">Takes the single steps; null: the machine's.</param>
/// <param name="clock">Says when a file was last used; null: the machine's. It decides what is old enough to be collected, and nothing else.</param>
internal class StoreFiles(StoreDisk? disk = null, TimeProvider? clock = null)
{
    private static int _temporaryNumber;

    private readonly ConcurrentDictionary<string, bool> _durableFolders = new(StringComparer.Ordinal);

    public StoreDisk Disk { get; } = disk ?? new StoreDisk();

    public TimeProvider Clock { get; } = clock ?? TimeProvider.System;

    /// <summary>Keeps every change inside the store's folder. Set by the store; null: nothing is kept anywhere.</summary>
    public StoreBounds? Bounds { get; set; }

    public virtual void CreateDirectory(string path) => Guard("create the folder", path, () => MakeFolder(Bounded(path)));

    /// <summary>Writes aside in the same folder, then moves into place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its whole content.</param>
    /// <param name="durable">Whether the bytes are on the disk before the name is; without that a loss of power may leave an empty file.</param>
    public virtual void WriteAtomically(string path, ReadOnlyMemory<byte> bytes, bool durable)
    {
        var temporary = TemporaryPath(path);
        var folder = Path.GetDirectoryName(Bounded(path))!;
        Guard("write", path, () =>
        {
            MakeFolder(folder);
            try
            {
                Disk.Write(temporary, bytes);
                if (durable)
                {
                    Disk.Flush(temporary);
                }

                Disk.Rename(temporary, path);
            }
            catch
            {
                TryDelete(temporary);
                throw;
            }

            if (durable)
            {
                Disk.FlushFolder(folder);
            }
        });
    }

    /// <summary>Makes a finished file read-only where it lies, and young: a collection that runs meanwhile leaves it.</summary>
    public virtual void Seal(string path) => Guard("make read-only", path, () =>
    {
        Disk.Touch(path, Clock.GetUtcNow());
        Disk.MakeReadOnly(path);
    });

    /// <summary>Waits until a file's content is on the disk.</summary>
    public virtual void Flush(string path) => Guard("make durable", path, () => Disk.Flush(path));

    /// <summary>Moves a file into place; what was there is replaced in the same instant. Its name is on the disk after <see cref="FlushFolder"/>.</summary>
    public virtual void Replace(string source, string destination) => Guard("move into place", destination, () =>
    {
        MakeFolder(Path.GetDirectoryName(Bounded(destination))!);
        Disk.Rename(source, destination);
    });

    /// <summary>Waits until the names in a folder are on the disk.</summary>
    public virtual void FlushFolder(string path) => Guard("make durable", path, () => Disk.FlushFolder(path));

    /// <summary>Moves a file or a folder to a name that nobody has; false where it is gone or another process was first.</summary>
    public virtual bool TryMoveAside(string source, string destination) => Try(() =>
    {
        MakeFolder(Path.GetDirectoryName(Bounded(destination))!);
        var free = FreePath(destination);
        Disk.RenameNew(source, free);
        Disk.Touch(free, Clock.GetUtcNow());
    });

    public virtual bool TryDeleteDirectory(string path) => Try(() => Disk.DeleteFolder(Bounded(path)));

    public virtual bool TryDelete(string path) => Try(() => Disk.Delete(Bounded(path)));

    /// <summary>Marks a file as used now. What cannot be marked, as on a read-only store, looks older than it is.</summary>
    public virtual bool TryTouch(string path) => Try(() => Disk.Touch(path, Clock.GetUtcNow()));

    /// <summary>Runs an action on a path; an I/O failure becomes a message that says what to do.</summary>
    public static T Guard<T>(string verb, string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(exception, verb, path);
        }
    }

    /// <inheritdoc cref="Guard{T}(string, string, Func{T})"/>
    public static void Guard(string verb, string path, Action action) => Guard(verb, path, () =>
    {
        action();
        return true;
    });

    /// <summary>A name beside a file that no other process and no other call has.</summary>
    public static string TemporaryPath(string path) => string.Create(CultureInfo.InvariantCulture,
        $"{path}.{Environment.MachineName}-{Environment.ProcessId}-{Interlocked.Increment(ref _temporaryNumber)}.tmp");

    private string Bounded(string path) => Bounds is null ? path : Bounds.Require(path);

    /// <summary>
    /// Makes a folder and those above it. The names of all that lie in the store are on the disk when this returns, even of those that are
    /// there already: who made them may have been killed, or not be done, before they were.
    /// </summary>
    private void MakeFolder(string path)
    {
        var isThere = Directory.Exists(path);
        if (isThere && (_durableFolders.ContainsKey(path) || Bounds?.Holds(path) != true))
        {
            return;
        }

        var parent = Path.GetDirectoryName(path);
        if (parent is not null)
        {
            MakeFolder(parent);
        }

        if (!isThere)
        {
            Disk.MakeFolder(path);
        }

        if (parent is not null)
        {
            Disk.FlushFolder(parent);
        }

        _durableFolders[path] = true;
    }

    private static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string FreePath(string path)
    {
        var free = path;
        for (var number = 2; File.Exists(free) || Directory.Exists(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{path}-{number}");
        }

        return free;
    }
}
