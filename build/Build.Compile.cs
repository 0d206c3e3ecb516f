using Nuke.Common;
using Nuke.Common.IO;

internal sealed partial class Build
{
    private static AbsolutePath Solution => RootDirectory / "Lat.sln";

    private Target Restore => _ => _
        .Description("Restores the packages of all projects")
        .Executes(() => Compiling($"restore {Solution.ToString(AbsolutePath.DoubleQuote)} --verbosity quiet -tl:off"));

    private Target Compile => _ => _
        .Description("Compiles all projects")
        .DependsOn(Restore)
        .Executes(() => Compiling(
            $"msbuild {Solution.ToString(AbsolutePath.DoubleQuote)} -target:Build -property:Configuration={Configuration} -verbosity:quiet -nologo -tl:off"));

    private static void Compiling(string arguments) => CompilationLock.While(TemporaryDirectory, () => DotNet.Run(arguments));
}
