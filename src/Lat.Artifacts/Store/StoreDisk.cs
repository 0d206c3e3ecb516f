namespace Lat.Artifacts;

/// <summary>
/// The single steps in which a store changes its disk. A machine may die between any two of them, and in the middle of a write; what is
/// built on them (<see cref="StoreFiles"/>) has to bear that. Virtual, so that a test can make any step fail or be the last.
/// </summary>
internal class StoreDisk
{
    public virtual void MakeFolder(string path) => Directory.CreateDirectory(path);

    /// <summary>Whether there is a file of this name now.</summary>
    public virtual bool Exists(string path) => File.Exists(path);

    /// <summary>Makes a new file; without <see cref="Flush"/> a loss of power may leave any part of it.</summary>
    /// <exception cref="IOException">There is one of this name, or the disk refuses.</exception>
    public virtual void Write(string path, ReadOnlyMemory<byte> bytes)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        RandomAccess.Write(handle, bytes.Span, 0);
    }

    /// <summary>Waits until a file's content is on the disk.</summary>
    public virtual void Flush(string path)
    {
        // Windows flushes only what is open for writing; elsewhere the file may already be read-only.
        using var handle = File.OpenHandle(path, FileMode.Open, OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Waits until the names in a folder are on the disk.</summary>
    public virtual void FlushFolder(string path) => NativeDisk.FlushFolder(path);

    /// <summary>Gives a file another name; what had that name is replaced in the same instant.</summary>
    public virtual void Rename(string source, string destination) => File.Move(source, destination, overwrite: true);

    /// <summary>Gives a file or a folder a name that nobody has.</summary>
    public virtual void RenameNew(string source, string destination) => Directory.Move(source, destination);

    /// <summary>Gives a file a second name; as <see cref="NativeDisk.TryLink"/>.</summary>
    public virtual bool? Link(string existing, string name) => NativeDisk.TryLink(existing, name);

    public virtual void MakeReadOnly(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            File.SetAttributes(path, FileAttributes.ReadOnly);
        }
        else
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    /// <summary>Sets when a file was last used; garbage collection asks for it, nothing else does.</summary>
    public virtual void Touch(string path, DateTimeOffset time) => File.SetLastWriteTimeUtc(path, time.UtcDateTime);

    public virtual void Delete(string path)
    {
        if (OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }

        File.Delete(path);
    }

    public virtual void DeleteFolder(string path) => Directory.Delete(path, recursive: true);
}
