namespace Lat.Artifacts.Tests;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string MemoryFileSystem = "/dev/shm";

    private TemporaryFolder(string path) => Path = path;

    public TemporaryFolder() : this(Directory.CreateTempSubdirectory("lat-artifacts-").FullName)
    {
    }

    public string Path { get; }

    /// <summary>In memory where the system has such a file system: for tests of thousands of stages, which would measure the disk.</summary>
    public static TemporaryFolder InMemory()
    {
        var path = new TemporaryFolder().Path;
        if (!Directory.Exists(MemoryFileSystem))
        {
            return new TemporaryFolder(path);
        }

        // The name in the temporary folder is ours alone, so the same name in memory is too.
        Directory.Delete(path);
        return new TemporaryFolder(Directory.CreateDirectory(System.IO.Path.Combine(MemoryFileSystem, System.IO.Path.GetFileName(path))).FullName);
    }

    public string File(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
