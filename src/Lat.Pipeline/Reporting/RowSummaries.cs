using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>What each row of the table is, what it trained on, and what it cost.</summary>
internal static class RowSummaries
{
    public static IEnumerable<RowSummary> Of(Experiment experiment, RunReport report)
    {
        var byName = report.Stages.ToDictionary(stage => stage.Node.Name, StringComparer.Ordinal);
        var needed = BenchmarkRow.Of(experiment).Select(row => (Row: row, Stages: Needed(experiment, row, byName))).ToList();
        foreach (var (row, stages) in needed)
        {
            var others = needed.Where(other => other.Row != row).SelectMany(other => other.Stages).Select(name => byName[name].Result?.Key.Hash).ToHashSet();
            yield return new RowSummary(
                row.Name,
                row.Method.ToName(),
                row.Experiment.Downstream.Training.Iterations,
                TrainsOn(row),
                StageCosts.Of(stages.Select(name => byName[name])),
                StageCosts.Of(stages.Select(name => byName[name]).Where(stage => !others.Contains(stage.Result?.Key.Hash))));
        }
    }

    /// <summary>The data of the downstream detector, in words: the target's, the sources', and how batches are made of them; and what it is, where it is no Faster R-CNN.</summary>
    internal static string TrainsOn(BenchmarkRow row)
    {
        var spec = row.Experiment.Downstream;
        return (spec.Architecture == DetectorArchitecture.DeformableDetr ? "Deformable DETR; " : "") + row.Method switch
        {
            Method.Baseline => "the target's images and labels alone",
            Method.SourceOnlyMapped => "the sources' images with their own labels, classes renamed by hand; none of the target's",
            Method.StudentTeacher => "the target's images and labels, and the sources' images without labels",
            Method.NaiveMerge => $"the target's images and labels, and the sources' own labels of classes of the same name; {Batches(spec)}",
            Method.Oracle => $"the target's images and labels, and the sources' images with their true labels; {Batches(spec)}",
            _ => $"the target's images and labels, and the sources' images with the labels of {row.Transfers}; {Batches(spec)}; {Loss(spec)}",
        };
    }

    private static string Batches(DownstreamSpec spec) => (spec.HalfAndHalf ? "half-and-half batches" : "mixed batches")
        + (spec.FineTuneIterations == 0 ? "" : FormattableString.Invariant($", the last {spec.FineTuneIterations} iterations the target's alone"));

    private static string Loss(DownstreamSpec spec) => (spec.Loss.WeightClassesByConfidence, spec.Loss.WeightBoxesByConfidence) switch
    {
        (false, false) => "no weights",
        (true, false) => $"class loss weighted by confidence{Normalized(spec)}",
        (true, true) => $"class and box loss weighted by confidence{Normalized(spec)}",
        (false, true) => "box loss weighted by confidence",
    };

    private static string Normalized(DownstreamSpec spec) => spec.Loss.Normalizer == ClassLossNormalizer.Weights ? ", divided by the weights" : "";

    private static HashSet<string> Needed(Experiment experiment, BenchmarkRow row, Dictionary<string, Artifacts.StageOutcome> byName)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(from target in experiment.Targets from seed in experiment.Seeds select StageNames.Evaluate(row.Name, target.Value, seed));
        while (open.TryPop(out var name))
        {
            if (found.Add(name))
            {
                foreach (var input in byName[name].Node.Inputs)
                {
                    open.Push(input.Node);
                }
            }
        }

        return found;
    }
}
