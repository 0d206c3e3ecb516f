using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// People's corrections of one source's labels for one target, as `lat review import` writes them: a COCO annotation file of the reviewed images.
/// A reviewed image has these labels and no other, each with confidence 1.
/// </summary>
public sealed record CorrectionOptions
{
    /// <summary>Whose images.</summary>
    public required DatasetName Source { get; init; }

    /// <summary>In whose label space.</summary>
    public required DatasetName Target { get; init; }

    /// <summary>The file; a relative path begins at the folder in which the run is started, else at that of `--data`. It counts by its content.</summary>
    [NotInKey]
    public required string File { get; init; }

    /// <summary>The rows of the table that train on them. Default `lat` alone, so that the rivals stay without a person's help.</summary>
    public EquatableArray<string> Methods { get; init; } = [Method.Lat.ToName()];

    /// <summary>The files that are put over a row's labels, in order.</summary>
    internal static EquatableArray<string> FilesOf(Experiment experiment, string row, string source, string target) => experiment.Corrections
        .Where(correction => correction.Source.Value == source && correction.Target.Value == target && correction.Methods.Contains(row))
        .Select(correction => correction.File).ToEquatableArray();

    /// <summary>Everything that is wrong with an experiment's `corrections`.</summary>
    internal static IEnumerable<SpecProblem> Check(Experiment experiment)
    {
        List<string> rows =
        [
            .. experiment.Methods.Select(method => (Name: method.ToName(), Method: method)).Concat(experiment.Rows.Select(row => (row.Name, row.Method)))
                .Where(row => row.Method is not (Method.Baseline or Method.StudentTeacher or Method.Oracle)).Select(row => row.Name),
        ];
        for (var index = 0; index < experiment.Corrections.Count; index++)
        {
            var (correction, path) = (experiment.Corrections[index], FormattableString.Invariant($"{nameof(Experiment.Corrections)}[{index}]"));
            if (!experiment.Datasets.ContainsKey(correction.Source.Value) || correction.Source == correction.Target)
            {
                yield return new SpecProblem($"{path}.source", $"is '{correction.Source}'; expected a dataset other than the target: {string.Join(", ", experiment.Datasets.Keys.Where(name => name != correction.Target.Value))}");
            }

            if (!experiment.Targets.Contains(correction.Target))
            {
                yield return new SpecProblem($"{path}.target", $"is '{correction.Target}'; expected one of the targets: {string.Join(", ", experiment.Targets)}");
            }

            if (string.IsNullOrWhiteSpace(correction.File))
            {
                yield return new SpecProblem($"{path}.file", "is empty; expected the file that `lat review import` wrote");
            }

            foreach (var method in correction.Methods.Where(method => !rows.Contains(method)))
            {
                yield return new SpecProblem($"{path}.methods", rows.Count == 0
                    ? $"names '{method}', but no method of the experiment writes labels"
                    : $"names '{method}'; expected methods that write labels: {string.Join(", ", rows)}");
            }
        }
    }
}
