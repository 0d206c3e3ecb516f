using Nuke.Common;

internal sealed partial class Build
{
    private string? _lastLine;

    private Target Test => _ => _
        .Description("Runs all tests; the last line says how many passed and failed")
        .DependsOn(Compile)
        .Executes(() =>
        {
            TestServers.Install(RootDirectory);
            var results = TestRun.Execute(
                TestRun.AssembliesOf(RootDirectory / "tests", RootDirectory / "artifacts" / "build" / "bin", Configuration),
                RootDirectory / "artifacts" / "test-results");
            results.PrintFailures(Console.Out);
            _lastLine = results.ToString() + Environment.NewLine;
            if (!results.IsSuccess)
            {
                throw new TargetFailure(results.Total == 0 ? "No test has run." : "Not every test has passed; see above.");
            }
        });
}
