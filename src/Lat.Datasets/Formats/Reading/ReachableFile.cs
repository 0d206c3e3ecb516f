namespace Lat.Datasets;

/// <summary>Whether a file can be read under a name. <see cref="File.Exists"/> is true of a link, too, that leads nowhere or back to itself.</summary>
internal static class ReachableFile
{
    /// <summary>Whether there is a file, or a link that leads to one.</summary>
    /// <param name="path">Its path.</param>
    public static bool Exists(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is not { Exists: false };
        }
        catch (IOException)
        {
            // More links than the system follows: a circle.
            return false;
        }
    }
}
