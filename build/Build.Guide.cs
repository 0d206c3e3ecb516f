using Nuke.Common;

internal sealed partial class Build
{
    private Target Guide => _ => _
        .Description("Says what to type next")
        .Executes(() => Console.WriteLine("""
            Lat transfers labels between object-detection datasets. What to type next:

              ./build.sh Benchmark --experiment quickstart   the whole pipeline, in minutes, without a download
              ./build.sh Plan --experiment quickstart        what that would run
              ./build.sh Explain --experiment quickstart     what would be reused or run again, and why
              ./build.sh Test                                all tests
              ./build.sh --help                              every target and parameter
              ./lat --help                                   the tools on single files

            Experiments are the files in experiments/. docs/tutorial.md leads to one on your own dataset in five steps, README.md explains the rest.
            """));
}
