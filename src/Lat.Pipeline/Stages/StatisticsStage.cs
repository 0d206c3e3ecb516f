using System.Text.Json;
using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Evaluation;

namespace Lat.Pipeline;

/// <summary>
/// What all seeds of a row say together of one target: means, intervals over images and seeds, differences to the baseline seed by seed, class by
/// class; and which classes there was nothing of.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="runs">The nodes of the row's evaluations, by seed.</param>
/// <param name="baseline">Those of the baseline's, by the same seeds; none for the baseline itself, or where the table has none.</param>
/// <param name="validation">The node of the target's validation set.</param>
/// <param name="training">The node of the target's training set.</param>
public sealed class StatisticsStage(
    string name, EquatableArray<KeyValuePair<string, string>> runs, EquatableArray<KeyValuePair<string, string>> baseline, string validation, string training) : Stage(name)
{
    /// <summary>A <see cref="MethodStatistics"/>.</summary>
    public const string Statistics = "statistics.json";

    public override string Kind => "statistics";

    protected override EquatableArray<SpecField> Fields =>
        [new SpecField("replicates", FormattableString.Invariant($"{SeededBootstrap.Defaults.Replicates}"))];

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("annotations", validation, DatasetFiles.Annotations),
        new StageInput("training-annotations", training, DatasetFiles.Annotations),
        .. runs.Select(run => new StageInput($"detections/{run.Key}", run.Value, EvaluateStage.Detections)),
        .. baseline.Select(run => new StageInput($"baseline/{run.Key}", run.Value, EvaluateStage.Detections)),
    ];

    public override EquatableArray<string> Run(StageContext context)
    {
        var truth = AnnotationFile.Read(context.Input("annotations"));
        var measured = SeededBootstrap.Measure(
            Read("detections", runs),
            baseline.Count == 0 ? null : Read("baseline", baseline),
            SeededBootstrap.Defaults,
            new CocoEvaluationOptions { HonorsIgnored = true });
        var trained = Occurring(AnnotationFile.Read(context.Input("training-annotations")));
        var statistics = measured with
        {
            AbsentFromValidation = measured.Classes.Where(item => item.Objects == 0).Select(item => item.ClassName).ToEquatableArray(),
            AbsentFromTraining = truth.LabelSpace.Classes.Where(name => !trained.Contains(name)).ToEquatableArray(),
        };
        File.WriteAllBytes(context.Output(Statistics), JsonSerializer.SerializeToUtf8Bytes(statistics, EvaluationJson.Options));
        var ap50 = statistics[EvaluationMetric.Ap50].Value;
        context.Report(FormattableString.Invariant($"AP50 {100 * ap50.Mean:0.0}, 95 % interval {100 * ap50.Interval.Low:0.0} to {100 * ap50.Interval.High:0.0}, {ap50.Seeds} seed(s)"));
        return [Statistics];

        List<CocoInput> Read(string side, EquatableArray<KeyValuePair<string, string>> evaluations) =>
            [.. evaluations.Select(run => CocoInput.Of(truth, DetectionFile.Read(context.Input($"{side}/{run.Key}"))))];
    }

    private static HashSet<ClassName> Occurring(AnnotationSet set) =>
        [.. set.Images.SelectMany(image => image.Annotations).Where(item => !item.IsCrowd && !item.IsIgnored).Select(item => item.ClassIndex).Distinct().Select(index => set.LabelSpace[index])];
}
