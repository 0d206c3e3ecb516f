namespace Lat.Acceptance.Tests;

/// <summary>What continuous integration is told.</summary>
public sealed class WorkflowTests
{
    private const string Workflow = ".github/workflows/continuous.yml";

    [FrontDoorFact]
    public void TheCommittedWorkflowIsWhatTheBuildGenerates()
    {
        using var workshop = new Workshop(MiniatureExperiment.Yaml);
        File.WriteAllText(Path.Combine(workshop.Root, "build.cmd"), "");

        Assert.Equal(0, FrontDoorProcess.Run(workshop.Root, "--generate-configuration", "GitHubActions_continuous", "--host", "GitHubActions").ExitCode);

        Assert.Equal(File.ReadAllText(Path.Combine(workshop.Root, Workflow)), File.ReadAllText(Path.Combine(RepositoryRoot(), Workflow)));
    }

    internal static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lat.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? Environment.GetEnvironmentVariable("LAT_ROOT")
                ?? throw new InvalidOperationException("The tests do not run below the repository; set LAT_ROOT to its folder.");
        }

        return folder;
    }
}
