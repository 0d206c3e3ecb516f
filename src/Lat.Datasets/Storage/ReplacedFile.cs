using Lat.Core;

namespace Lat.Datasets;

/// <summary>Writes a file beside its place and moves it there when it is whole, so that no reader ever meets half of it.</summary>
internal static class ReplacedFile
{
    private static int _count;

    /// <exception cref="LatException">The folder or the file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _count)}.tmp");
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new LatException(
                $"Cannot write '{path}': {exception.Message} Check the folder, its rights, the length of names and the free space.", exception);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
