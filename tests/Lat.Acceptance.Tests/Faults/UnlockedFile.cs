namespace Lat.Acceptance.Tests;

/// <summary>Files as a disk sees them: a killed process may hold its locks for a moment yet, which are waited for.</summary>
internal static class UnlockedFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const FileShare Anybody = FileShare.ReadWrite | FileShare.Delete;

    public static byte[] Read(string path)
    {
        using var file = Open(path, FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static void Write(string path, byte[] bytes)
    {
        using var file = Open(path, FileMode.Create, FileAccess.Write);
        file.Write(bytes);
    }

    private static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        FileStream? file = null;
        Assert.True(SpinWait.SpinUntil(() => (file = OpenIfFree(path, mode, access)) is not null, Patience), $"{path} stays locked.");
        return file!;
    }

    private static FileStream? OpenIfFree(string path, FileMode mode, FileAccess access)
    {
        try
        {
            return new FileStream(path, mode, access, Anybody);
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }
}
