namespace Lat.Pipeline;

/// <summary>
/// Keeps the compiled program for jobs that have yet to start. build.sh removes copies of programs that nobody runs any more; one that
/// holds this mark stays for 30 days after the last submission.
/// </summary>
internal static class HeldProgram
{
    /// <summary>The mark's name; eng/bootstrap.sh looks for it.</summary>
    public const string Mark = "held-by-jobs";

    // What build.sh leaves in the folder of a program, beside the folders of its parts.
    private const string Complete = "complete";

    /// <param name="program">The path of `lat`. Where it was not put there by build.sh, nothing is marked.</param>
    public static void Hold(string program)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(program));
        for (var level = 0; level < 3 && folder is not null; level++, folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Complete)))
            {
                File.WriteAllBytes(Path.Combine(folder, Mark), []);
                return;
            }
        }
    }
}
