using Lat.Core;
using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>Judges the gates of an experiment and says so in every form that someone reads, or keeps what was measured as their baseline.</summary>
internal sealed class GateDesk(TextWriter output, string rootDirectory, string name, ContentHash specification, EquatableArray<GateOptions> gates)
{
    /// <summary>The exit code where no judgement could be made.</summary>
    public const int CouldNotJudge = 2;

    private const string JUnitFile = "gates.xml";

    /// <param name="results">What was measured.</param>
    /// <param name="folder">Where gates.xml goes.</param>
    /// <param name="isGoal">Whether the gates are what was asked for; else they are only shown.</param>
    /// <param name="updatesBaseline">Whether to keep what was measured instead of judging it.</param>
    /// <returns>0; where the gates are the goal, 1 where one was missed and 2 where one could not be judged.</returns>
    public int Conclude(ExperimentResults results, string folder, bool isGoal, bool updatesBaseline)
    {
        var path = BaselineFile.PathOf(rootDirectory, name);
        if (isGoal && updatesBaseline)
        {
            var facts = results.Environment.Select(fact => new BaselineFact(fact.Name, fact.Value));
            BaselineFile.Write(path, GateBaseline.Of(name, specification, facts, gates, results.Results));
            output.WriteLine($"Baseline: {Path.GetRelativePath(rootDirectory, path)}. Look at what changed in it, then commit it.");
            return 0;
        }

        var baseline = gates.Any(gate => gate.MaximumDrop is not null) ? BaselineFile.Read(path) : null;
        var verdicts = gates.SelectMany(gate => GateJudge.Judge(gate, results.Results, baseline)).ToList();
        if (verdicts.Count > 0)
        {
            output.WriteLine(TerminalTable.Render(GateTable.Build(verdicts)));
            JUnitReport.Write(Path.Combine(folder, JUnitFile), name, verdicts);
        }

        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
        {
            foreach (var line in GitHubAnnotations.Lines(verdicts))
            {
                output.WriteLine(line);
            }
        }

        if (isGoal && verdicts.Count == 0)
        {
            throw new LatException($"The experiment '{name}' has no gates. Add a section 'gates' with a metric, a target, a method and a minimum.");
        }

        return isGoal ? GateVerdict.ExitCode(verdicts) : 0;
    }
}
