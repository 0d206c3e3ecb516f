using Lat.Pipeline;
using Nuke.Common;
using Nuke.Common.IO;

internal sealed partial class Build
{
    private static AbsolutePath CheckedReports => RootDirectory / "artifacts" / "experiments" / "quickstart";

    private Target Check => _ => _
        .Description("What continuous integration calls: all tests, then the gates of quickstart, whose report is kept")
        .DependsOn(Test)
        .Produces(CheckedReports / "report.html", CheckedReports / "results.json", CheckedReports / "gates.xml")
        .Executes(() => Run(PipelineGoal.Gate, () => Experiment ?? "quickstart"));
}
