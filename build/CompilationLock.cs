using Nuke.Common.IO;

/// <summary>Keeps two compilations of one tree apart: the lock that build.sh takes with flock, taken with the same system call.</summary>
internal static class CompilationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for its turn, then works.</summary>
    public static void While(AbsolutePath temporaryDirectory, Action work)
    {
        while (true)
        {
            FileStream file;
            try
            {
                file = new FileStream(temporaryDirectory / "lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when ((temporaryDirectory / "lock").FileExists())
            {
                Thread.Sleep(Pause);
                continue;
            }

            using (file)
            {
                work();
            }

            return;
        }
    }
}
