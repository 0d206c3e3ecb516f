using System.Diagnostics;
using System.Text.RegularExpressions;
using Lat.Core;
using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>docs/tutorial.md, followed to the letter: its commands in their order, in an empty folder; only the numbers of steps are small.</summary>
[Collection(PipelineCollection.Name)]
public sealed partial class TutorialTests : IDisposable
{
    private static readonly string[] Quick =
    [
        "detector.training.iterations=8", "detector.training.batchSize=2", "lat.training.iterations=8", "lat.training.batchSize=2",
        "downstream.training={iterations: 6}", "downstream.fineTuneIterations=2", "downstream.labelThreshold=0.002", "downstream.ignoreThreshold=0.001",
        "pseudoLabels.scoreThreshold=0.001", "lat.model.proposals={pseudoLabelThreshold: 0.001, maximumProposals: 100}", "lat.transfer.scoreThreshold=0.001",
        "detector.network.regions={scoreThreshold: 0.001, detectionsPerImage: 10}",
    ];

    private static readonly string Worker = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "lat.exe" : "lat");

    private readonly string _folder = Directory.CreateTempSubdirectory("lat-tutorial-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void EveryCommandOfTheTutorialDoesWhatItSays()
    {
        var page = File.ReadAllText(Path.Combine(WorkflowTests.RepositoryRoot(), "docs", "tutorial.md"));
        Directory.CreateDirectory(Path.Combine(_folder, "experiments"));
        File.WriteAllText(Path.Combine(_folder, "experiments", "mine.yaml"), Fences().Matches(page).Single(fence => fence.Groups[1].Value == "yaml").Groups[2].Value);
        var commands = Fences().Matches(page).Where(fence => fence.Groups[1].Value == "bash")
            .SelectMany(fence => fence.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(commands.Count >= 8, $"{commands.Count} commands");
        foreach (var command in commands)
        {
            var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (exitCode, printed) = words[0] == "./lat" ? Lat(words[1..]) : FrontDoor(words);
            Assert.True(exitCode == 0, $"{command}\nended with {exitCode}:\n{printed}");
        }

        Assert.True(File.Exists(Path.Combine(_folder, "mine.png")));
        Assert.True(File.Exists(Path.Combine(_folder, "artifacts", "experiments", "mine", "report.html")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "labels"), "*.txt", SearchOption.AllDirectories));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "batch", "images")));
        TheCorrectionsReachTheNextRun();
    }

    private void TheCorrectionsReachTheNextRun()
    {
        var corrections = Path.Combine(_folder, "corrections.json").Replace('\\', '/');
        using var output = new StringWriter();
        var request = Request("mine") with { Overrides = Quick.Append($"corrections=[{{source: public, target: mine, file: '{corrections}'}}]").ToEquatableArray() };
        Assert.Equal(0, new FrontDoor(output).Run(PipelineGoal.Benchmark, request));
        var ran = Workshop.RanIn(output.ToString());
        Assert.Equal(
            ["corrected/lat/public-to-mine/seed-1", "downstream/lat/mine/seed-1", "evaluate/lat/mine/seed-1"],
            ran.Where(stage => !stage.StartsWith("report", StringComparison.Ordinal) && !stage.StartsWith("statistics/", StringComparison.Ordinal)));
    }

    private (int ExitCode, string Printed) Lat(string[] words)
    {
        var start = new ProcessStartInfo(Worker) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, printed + errors.GetAwaiter().GetResult());
    }

    private (int ExitCode, string Printed) FrontDoor(string[] words)
    {
        Assert.Equal(("./build.sh", "--experiment", "--data", "."), (words[0], words[2], words[4], words[5]));
        using var output = new StringWriter();
        return (new FrontDoor(output).Run(Enum.Parse<PipelineGoal>(words[1]), Request(words[3])), output.ToString());
    }

    private PipelineRequest Request(string experiment) => new()
    {
        RootDirectory = _folder,
        Experiment = experiment,
        Device = "cpu",
        DataDirectory = _folder,
        WorkerCommand = [Worker],
        Overrides = Quick.ToEquatableArray(),
    };

    /// <summary>A fenced block: its language and its text.</summary>
    [GeneratedRegex("^```(\\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
