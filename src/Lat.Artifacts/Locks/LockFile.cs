using System.Security.Cryptography;
using Lat.Core;
using Microsoft.Win32.SafeHandles;

namespace Lat.Artifacts;

/// <summary>
/// A file that exists while somebody holds a lock. It is made by giving a finished file its second name, which every file system and every
/// version of NFS does for one process only; no advisory lock of the system is relied on, since not every mount passes those on.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private readonly string _path;
    private readonly StoreDisk _disk;
    private readonly SafeFileHandle _handle;
    private readonly LockClaim _claim;
    private readonly Lock _gate = new();
    private long _beats;

    private LockFile(string path, StoreDisk disk, SafeFileHandle handle, LockClaim claim) =>
        (_path, _disk, _handle, _claim) = (path, disk, handle, claim);

    /// <returns>The lock; null where somebody has it.</returns>
    /// <exception cref="LatException">The file cannot be made.</exception>
    public static LockFile? TryCreate(string path, StoreFiles files, LockOwner owner)
    {
        // Read, not asked for: over NFS a question may be answered from memory, opening a file is not.
        if (Read(path) is not null)
        {
            return null;
        }

        var claim = new LockClaim(owner, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), 0);
        return StoreFiles.Guard("lock", path, () => Create(path, files, claim));
    }

    /// <summary>Who holds the lock; null where nobody does. A file that says nothing gives a claim of nobody.</summary>
    public static LockClaim? Read(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return LockClaim.TryParse(reader.ReadToEnd()) ?? new LockClaim(new LockOwner(0, ""), "", 0);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(exception, "read", path);
        }
    }

    /// <summary>Whether the file still says what this owner wrote: false where another took it for dead.</summary>
    public bool IsHeld() => Read(_path)?.Token == _claim.Token;

    /// <summary>Shows those who wait that this owner lives. A beat that fails is made up for by the next.</summary>
    public void Beat()
    {
        lock (_gate)
        {
            if (_handle.IsClosed)
            {
                return;
            }

            try
            {
                var text = System.Text.Encoding.ASCII.GetBytes(LockClaim.BeatText(++_beats));
                RandomAccess.Write(_handle, text, _claim.ToBytes().Length - LockClaim.BeatDigits);
                RandomAccess.FlushToDisk(_handle);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }

    /// <summary>Gives the lock back, if it is still held.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _handle.Dispose();
        }

        try
        {
            if (IsHeld())
            {
                _disk.Delete(_path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or LatException)
        {
            // The next one finds a dead owner's file and removes it.
            return;
        }
    }

    private static LockFile? Create(string path, StoreFiles files, LockClaim claim)
    {
        var aside = StoreFiles.TemporaryPath(path);
        files.Disk.Write(aside, claim.ToBytes());
        var handle = File.OpenHandle(aside, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        var isOurs = false;
        try
        {
            if (files.Disk.Link(aside, path) is null && !File.Exists(path))
            {
                // No second names here: an exclusive creation, whose content follows a moment later.
                handle.Dispose();
                files.Disk.Write(path, claim.ToBytes());
                handle = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            }

            // Not what the call returned but what lies there decides: over NFS an answer may be lost after the deed.
            isOurs = Read(path)?.Token == claim.Token;
            return isOurs ? new LockFile(path, files.Disk, handle, claim) : null;
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        finally
        {
            files.TryDelete(aside);
            if (!isOurs)
            {
                handle.Dispose();
            }
        }
    }
}
