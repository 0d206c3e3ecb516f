using System.ComponentModel.DataAnnotations;
using Lat.Core;
using Lat.Detection;
using Lat.Evaluation;
using Lat.Reports;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>A question, as a file in `experiments/` asks it: data, methods, numbers of the protocol, and what must be reached.</summary>
public sealed record Experiment : IValidated
{
    /// <summary>What is asked, in a sentence; not part of any key.</summary>
    public required string Description { get; init; }

    /// <summary>The datasets by name. Their ordinal order is the order of the concatenated label spaces.</summary>
    [MinLength(1)]
    public required NamedMap<DatasetOptions> Datasets { get; init; }

    /// <summary>The datasets whose label spaces the others are transferred into, each in its turn.</summary>
    [MinLength(1)]
    public required EquatableArray<DatasetName> Targets { get; init; }

    /// <summary>The methods compared. Default baseline, pseudo-label and lat.</summary>
    [MinLength(1)]
    public EquatableArray<Method> Methods { get; init; } = [Method.Baseline, Method.PseudoLabel, Method.Lat];

    /// <summary>More rows of the table: a method with something changed, beside the plain methods. Default none.</summary>
    public EquatableArray<RowOptions> Rows { get; init; } = [];

    /// <summary>
    /// For `source-only-mapped`: which class of a source is which of the target (`fine: { vehicle.car: car }`); classes not named are dropped. A
    /// source may have a mapping of its own for one of several targets (`fine-to-coarse: { … }`). Default none.
    /// </summary>
    public NamedMap<NamedMap<ClassName>> ClassMapping { get; init; } = NamedMap<NamedMap<ClassName>>.Empty;

    /// <summary>The seeds of all training; each is a repetition of everything but the data. Default 1.</summary>
    [MinLength(1)]
    public EquatableArray<Seed> Seeds { get; init; } = [new Seed(1)];

    /// <summary>The detector of every dataset's own label space.</summary>
    public DetectorSpec Detector { get; init; } = new();

    /// <summary>The frozen feature extractor.</summary>
    public ExtractorSpec Extractor { get; init; } = new();

    /// <summary>The predictions of every detector on the other datasets.</summary>
    public PseudoLabelSpec PseudoLabels { get; init; } = new();

    /// <summary>Label-Aligned Transfer.</summary>
    public LatSpec Lat { get; init; } = new();

    /// <summary>The rivals `pseudo-label` and `pseudo-label-filtered`; their thresholds and suppression are those of <see cref="LatSpec.Transfer"/>.</summary>
    public PseudoLabelTransferOptions PseudoLabelTransfer { get; init; } = new();

    /// <summary>The rival `lgpl`; its suppression is that of <see cref="LatSpec.Transfer"/>.</summary>
    public LabelGuidedSpec Lgpl { get; init; } = new();

    /// <summary>The detectors that the methods are judged by.</summary>
    public DownstreamSpec Downstream { get; init; } = new();

    /// <summary>The rival that learns from the sources' images without their labels; its network and training are those of <see cref="Downstream"/>.</summary>
    public StudentTeacherOptions StudentTeacher { get; init; } = new();

    /// <summary>People's corrections of transferred labels. Default none; then keys are as if there were no such field.</summary>
    public EquatableArray<CorrectionOptions> Corrections { get; init; } = [];

    /// <summary>Numbers that a publication prints for the same question, to stand beside the own ones in the report. Default none.</summary>
    public EquatableArray<PublishedNumber> Published { get; init; } = [];

    /// <summary>
    /// What the publication says of its settings, by the path of the field (`lat.training.batchSize: 4`); the report names those that differ here.
    /// Default none.
    /// </summary>
    public NamedMap<string> PublishedSettings { get; init; } = NamedMap<string>.Empty;

    /// <summary>What must be reached. Default nothing.</summary>
    public EquatableArray<GateOptions> Gates { get; init; } = [];

    /// <summary>The methods of all rows of the table, each once.</summary>
    internal IEnumerable<Method> AllMethods => Methods.Concat(Rows.Select(row => row.Method)).Distinct();

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check()
    {
        foreach (var name in Datasets.Keys.Where(name => !DatasetName.IsValid(name)))
        {
            yield return new SpecProblem($"{nameof(Datasets)}.{name}", $"is not a dataset name. {DatasetName.ValidValues}");
        }

        for (var index = 0; index < Targets.Count; index++)
        {
            if (!Datasets.ContainsKey(Targets[index].Value))
            {
                yield return new SpecProblem(
                    $"{nameof(Targets)}[{index}]", $"is '{Targets[index]}'; expected one of the datasets: {string.Join(", ", Datasets.Keys)}");
            }
        }

        foreach (var problem in Twice(Targets, nameof(Targets)).Concat(Twice(Methods, nameof(Methods))).Concat(Twice(Seeds, nameof(Seeds)))
            .Concat(Twice(Rows.Select(row => row.Name).ToEquatableArray(), nameof(Rows))).Concat(RowRules.Check(this)).Concat(ClassMappings.Check(this)).Concat(CorrectionOptions.Check(this)).Concat(CheckGates()))
        {
            yield return problem;
        }

        foreach (var teacher in Methods.Where(method => method == Method.StudentTeacher).Select(_ => this)
            .Concat(Rows.Where(row => row.Method == Method.StudentTeacher).Select(row => row.Apply(this))))
        {
            foreach (var problem in CheckTeacher(teacher))
            {
                yield return problem;
            }
        }

        if (Datasets.Count == 1 && AllMethods.FirstOrDefault(method => method != Method.Baseline) is var needsSource && needsSource != Method.Baseline)
        {
            yield return new SpecProblem(nameof(Methods), $"has '{needsSource.ToName()}', which needs a second dataset to transfer from");
        }
    }

    private static IEnumerable<SpecProblem> CheckTeacher(Experiment asked)
    {
        if (asked.StudentTeacher.BurnInIterations >= asked.Downstream.Training.Iterations)
        {
            yield return new SpecProblem(
                $"{nameof(StudentTeacher)}.{nameof(StudentTeacherOptions.BurnInIterations)}",
                FormattableString.Invariant($"is {asked.StudentTeacher.BurnInIterations}; expected less than 'downstream.training.iterations' ({asked.Downstream.Training.Iterations}), or the teacher never begins"));
        }

        if (asked.Downstream.Architecture != DetectorArchitecture.FasterRcnn)
        {
            yield return new SpecProblem($"{nameof(Downstream)}.architecture", "is not faster-rcnn, which is all that 'student-teacher' trains");
        }

        if (asked.Downstream.Training.Precision != TrainingPrecision.Full)
        {
            yield return new SpecProblem($"{nameof(Downstream)}.training.precision", "is not float32, which is all that 'student-teacher' is trained in");
        }
    }

    private IEnumerable<SpecProblem> CheckGates()
    {
        List<string> rows = [.. Methods.Select(method => method.ToName()), .. Rows.Select(row => row.Name)];
        for (var index = 0; index < Gates.Count; index++)
        {
            var gate = Gates[index];
            if (!Targets.Contains(gate.Target))
            {
                yield return new SpecProblem($"{nameof(Gates)}[{index}].target", $"is '{gate.Target}'; expected one of the targets: {string.Join(", ", Targets)}");
            }

            foreach (var method in gate.AtLeast.Select(other => other.Method).Append(gate.Method).Where(name => !rows.Contains(name)))
            {
                yield return new SpecProblem($"{nameof(Gates)}[{index}]", $"names the method '{method}'; expected one of {string.Join(", ", rows)}");
            }
        }
    }

    private static IEnumerable<SpecProblem> Twice<T>(EquatableArray<T> items, string path) where T : notnull =>
        items.GroupBy(item => item).Where(group => group.Count() > 1).Select(group => new SpecProblem(path, $"names {group.Key} twice"));
}
