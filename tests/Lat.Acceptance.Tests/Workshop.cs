using Lat.Core;
using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>A folder of its own with an experiment in it, run through the front door with real workers.</summary>
internal sealed class Workshop : IDisposable
{
    private static readonly string Worker = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "lat.exe" : "lat");

    public Workshop(string experimentYaml)
    {
        Root = Directory.CreateTempSubdirectory("lat-acceptance-").FullName;
        Directory.CreateDirectory(Path.Combine(Root, "experiments"));
        File.WriteAllText(Path.Combine(Root, "experiments", "mini.yaml"), experimentYaml);
    }

    public string Root { get; }

    public string Store => Path.Combine(Root, "artifacts", "store");

    /// <summary>What the last run printed.</summary>
    public string Printed { get; private set; } = "";

    public int Run(PipelineGoal goal, string? store = null, int? jobs = null, params string[] overrides) =>
        Run(goal, Request() with { Jobs = jobs, StoreDirectory = store, Overrides = overrides.ToEquatableArray() });

    public int Run(PipelineGoal goal, PipelineRequest request)
    {
        using var output = new StringWriter();
        try
        {
            return new FrontDoor(output).Run(goal, request);
        }
        finally
        {
            Printed = output.ToString();
        }
    }

    /// <summary>The request that nothing is added to.</summary>
    public PipelineRequest Request() => new() { RootDirectory = Root, Experiment = "mini", Device = "cpu", WorkerCommand = [Worker] };

    /// <summary>The names of the stages that the last run executed, sorted.</summary>
    public IReadOnlyList<string> Ran => RanIn(Printed);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>The names of the stages that a printed run executed, sorted.</summary>
    public static IReadOnlyList<string> RanIn(string printed) => [.. printed.Split('\n')
        .Where(line => line.StartsWith('[') && !line.Contains("FAILED", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(']', StringComparison.Ordinal) + 2)..].Split("  ")[0])
        .Order(StringComparer.Ordinal)];
}
