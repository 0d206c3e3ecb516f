using System.Globalization;
using Lat.Core;
using Microsoft.Win32.SafeHandles;

namespace Lat.Artifacts;

/// <summary>
/// Every change to the store's disk goes through here: each is atomic or harmless when cut short, and each failure names the path and
/// what to do. Virtual, so that a test can make any of them fail.
/// </summary>
internal class StoreFiles
{
    private static int _temporaryNumber;

    public virtual void CreateDirectory(string path) => Guard("create the folder", path, () => Directory.CreateDirectory(path));

    /// <summary>Writes aside in the same folder, then moves into place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its whole content.</param>
    /// <param name="durable">Whether the bytes are on the disk before the name is; without that a loss of power may leave an empty file.</param>
    public virtual void WriteAtomically(string path, ReadOnlyMemory<byte> bytes, bool durable)
    {
        var temporary = TemporaryPath(path);
        Guard("write", path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                using (var handle = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                {
                    RandomAccess.Write(handle, bytes.Span, 0);
                    if (durable)
                    {
                        FlushToDisk(handle);
                    }
                }

                File.Move(temporary, path, overwrite: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
        });
    }

    /// <summary>Makes a finished file read-only and durable where it lies.</summary>
    public virtual void Seal(string path) => Guard("make durable", path, () =>
    {
        // Windows flushes only what is open for writing; elsewhere the file may already be read-only.
        var access = OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read;
        using (var handle = File.OpenHandle(path, FileMode.Open, access))
        {
            FlushToDisk(handle);
        }

        if (OperatingSystem.IsWindows())
        {
            File.SetAttributes(path, FileAttributes.ReadOnly);
        }
        else
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    });

    /// <summary>Moves a file into place; what was there is replaced in the same instant.</summary>
    public virtual void Replace(string source, string destination) => Guard("move into place", destination, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        File.Move(source, destination, overwrite: true);
    });

    /// <summary>Moves a file or a folder to a name that nobody has; false where it is gone or another process was first.</summary>
    public virtual bool TryMoveAside(string source, string destination)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
            Directory.Move(source, FreePath(destination));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public virtual bool TryDeleteDirectory(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

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

    protected virtual void FlushToDisk(SafeFileHandle handle) => RandomAccess.FlushToDisk(handle);

    private static void Guard(string verb, string path, Action action) => Guard(verb, path, () =>
    {
        action();
        return true;
    });

    private static string TemporaryPath(string path) => string.Create(CultureInfo.InvariantCulture,
        $"{path}.{Environment.MachineName}-{Environment.ProcessId}-{Interlocked.Increment(ref _temporaryNumber)}.tmp");

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
