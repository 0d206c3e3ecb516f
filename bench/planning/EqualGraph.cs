using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Bench.Planning;

/// <summary>
/// One graph for both sides: a source, from which 100 chains of 20 stages go out. Everything is done; what is measured is how long it takes
/// to find that out.
/// </summary>
internal static class EqualGraph
{
    private const int Chains = 100;
    private const int Length = 20;

    private static StageGraph Graph() => new("equal", Enumerable.Range(0, Chains).SelectMany(chain => Enumerable.Range(0, Length).Select(step => new StageNode
    {
        Name = Name(chain, step),
        Kind = "step",
        CodeRevision = "1",
        Fields = [new("chain", chain.ToString(CultureInfo.InvariantCulture)), new("step", step.ToString(CultureInfo.InvariantCulture))],
        Inputs = step == 0 ? [] : [new StageInput("in", Name(chain, step - 1), "out")],
    })));

    /// <summary>Runs all of it for us, and writes the rules and their outputs for the peer, who is then asked to take them for its own.</summary>
    public static void Prepare(string folder)
    {
        var report = new GraphRunner(new ArtifactStore(Path.Combine(folder, "store")), new Writer(), new RunOptions { Jobs = Environment.ProcessorCount })
            .RunAsync(Graph()).GetAwaiter().GetResult();
        if (report.Count(StageStatus.Failed) > 0)
        {
            throw new InvalidOperationException("The graph could not be prepared.");
        }

        File.WriteAllText(Path.Combine(folder, "Snakefile"), Rules());
        foreach (var chain in Enumerable.Range(0, Chains))
        {
            var steps = Directory.CreateDirectory(Path.Combine(folder, "steps", chain.ToString(CultureInfo.InvariantCulture))).FullName;
            foreach (var step in Enumerable.Range(0, Length))
            {
                File.WriteAllText(Path.Combine(steps, step.ToString(CultureInfo.InvariantCulture)), $"{chain}\n");
            }
        }
    }

    /// <summary>What `Plan` does, from the start of the process to the decision on the last stage.</summary>
    public static void Plan(string folder)
    {
        var plan = Planner.Plan(Graph(), new ArtifactStore(Path.Combine(folder, "store")));
        Console.WriteLine(FormattableString.Invariant($"{plan.Count(StageDecision.Reuse)} of {plan.Stages.Count} to reuse"));
        Tell();
    }

    /// <summary>What a run does that finds everything done.</summary>
    public static void Run(string folder)
    {
        var report = new GraphRunner(new ArtifactStore(Path.Combine(folder, "store")), new Writer()).RunAsync(Graph()).GetAwaiter().GetResult();
        Console.WriteLine(FormattableString.Invariant($"{report.Count(StageStatus.Reused)} of {report.Stages.Count} reused"));
        Tell();
    }

    private static void Tell()
    {
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"cpu {self.TotalProcessorTime.TotalSeconds:0.00} s"));
    }

    private static string Name(int chain, int step) => FormattableString.Invariant($"step/{chain}/{step}");

    /// <summary>The same chains as one rule with wildcards and one without, as a person would write them.</summary>
    private static string Rules() => new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $"rule all:\n    input: expand(\"steps/{{chain}}/{Length - 1}\", chain=range({Chains}))\n")
        .AppendLine("rule first:\n    output: \"steps/{chain}/0\"\n    shell: \"echo {wildcards.chain} > {output}\"\n")
        .AppendLine("rule step:\n    input: lambda w: f\"steps/{w.chain}/{int(w.step) - 1}\"\n    output: \"steps/{chain}/{step}\"\n    wildcard_constraints: step=\"[1-9][0-9]*\"\n    shell: \"cp {input} {output}\"")
        .ToString().ReplaceLineEndings("\n");

    private sealed class Writer : IStageExecutor
    {
        public async Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
        {
            await File.WriteAllTextAsync(Path.Combine(invocation.WorkDirectory, "out"), invocation.Node.Name, cancellationToken).ConfigureAwait(false);
            return new StageExecution { Outputs = ["out"] };
        }
    }
}
