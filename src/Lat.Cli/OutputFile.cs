using Lat.Core;

namespace Lat.Cli;

/// <summary>A file that a command writes where its user asked for it: whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="LatException">The file cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        var partial = path + ".partial";
        try
        {
            File.WriteAllBytes(partial, content);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }

            throw new LatException($"Cannot write '{path}': {exception.Message} Give a path in a folder that exists and may be written to.", exception);
        }
    }
}
