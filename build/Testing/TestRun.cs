using Nuke.Common.IO;
using Nuke.Common.Tooling;

/// <summary>One run of the test platform over many assemblies, as many at once as there are cores.</summary>
internal static class TestRun
{
    // A native deadlock must end the run, not hang it: well above the whole suite's ten minutes.
    private const int SessionTimeoutMilliseconds = 40 * 60 * 1000;

    /// <summary>One assembly for each project in tests/; a missing one is a failure of the build, not an empty set of tests.</summary>
    public static IReadOnlyList<AbsolutePath> AssembliesOf(AbsolutePath tests, AbsolutePath bin, BuildConfiguration configuration)
    {
        var projects = tests.GlobFiles("*/*.csproj").Select(project => project.NameWithoutExtension);
        return [.. projects.Select(name => bin / name / configuration.ToString().ToLowerInvariant() / $"{name}.dll")];
    }

    public static TestResults Execute(IReadOnlyList<AbsolutePath> assemblies, AbsolutePath resultsDirectory)
    {
        if (assemblies.FirstOrDefault(assembly => !assembly.FileExists()) is { } missing)
        {
            throw new TargetFailure($"{missing} was not built: is its project in Lat.sln?");
        }

        resultsDirectory.CreateOrCleanDirectory();
        var words = assemblies.Select(assembly => assembly.ToString(AbsolutePath.DoubleQuote));
        var process = DotNet.Start(
            $"test {string.Join(' ', words)} --logger \"trx;LogFileName=tests.trx\" --logger \"console;verbosity=quiet\""
            + $" --results-directory {resultsDirectory.ToString(AbsolutePath.DoubleQuote)}"
            + $" -- RunConfiguration.MaxCpuCount=0 RunConfiguration.TestSessionTimeout={SessionTimeoutMilliseconds}");
        return TestResults.Read(resultsDirectory / "tests.trx", process.ExitCode);
    }
}
