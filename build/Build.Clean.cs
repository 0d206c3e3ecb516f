using Nuke.Common;
using Nuke.Common.IO;

internal sealed partial class Build
{
    private Target Clean => _ => _
        .Description("Deletes what was compiled and reported; the store of trained results stays")
        .Before(Restore)
        .Executes(() =>
        {
            CompiledOutput.Delete(RootDirectory / "artifacts" / "build", except: BuildAssemblyDirectory);
            (RootDirectory / "artifacts" / "test-results").DeleteDirectory();
            CompiledOutput.Forget(RootDirectory / "artifacts" / "build");
            Console.WriteLine($"Deleted what was compiled. The store {RootDirectory / "artifacts" / "store"} stays: delete the folder to forget trained results.");
        });
}
