namespace Lat.Acceptance.Tests;

/// <summary>Files as a disk sees them: whether a living or dying process holds a lock on one does not matter to it.</summary>
internal static class UnlockedFile
{
    private const FileShare Anybody = FileShare.ReadWrite | FileShare.Delete;

    public static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, Anybody);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static void Write(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, Anybody);
        file.Write(bytes);
    }
}
