using Nuke.Common.IO;

/// <summary>What the compiler left in artifacts/build.</summary>
internal static class CompiledOutput
{
    private static readonly string[] Kinds = ["bin", "obj"];

    /// <summary>Deletes every project's output but the one that is running.</summary>
    /// <param name="folder">artifacts/build, with bin/ and obj/ in it.</param>
    /// <param name="except">The folder of the running program.</param>
    public static void Delete(AbsolutePath folder, AbsolutePath except)
    {
        foreach (var kind in Kinds.Where(kind => (folder / kind).DirectoryExists()))
        {
            foreach (var project in Directory.EnumerateDirectories(folder / kind).Order(StringComparer.Ordinal).Select(AbsolutePath.Create))
            {
                if (project != except.Parent)
                {
                    project.DeleteDirectory();
                }
            }
        }
    }

    /// <summary>Makes the next ./build.sh compile again, whatever programs still run from a copy.</summary>
    /// <param name="folder">artifacts/build, with run/ in it.</param>
    public static void Forget(AbsolutePath folder) => (folder / "run").GlobFiles("*/complete").ToList().ForEach(mark => mark.DeleteFile());
}
