using Lat.Core;

namespace Lat.Pipeline;

/// <summary>A row of an experiment's table: one of its `methods`, or one of its `rows`.</summary>
/// <param name="Name">The name in tables and stages.</param>
/// <param name="Method">The method.</param>
/// <param name="Experiment">The experiment as this row asks it.</param>
/// <param name="Transfers">The row whose transferred labels it trains on: the first one that comes by the same; itself where no earlier one does.</param>
/// <param name="LatModel">The row that its LAT model is named for; null where it is the experiment's own model, or the method has none.</param>
internal sealed record BenchmarkRow(string Name, Method Method, Experiment Experiment, string Transfers, string? LatModel)
{
    /// <summary>Whether the row makes labels that no earlier one makes.</summary>
    public bool MakesLabels => Transfers == Name && WritesLabels;

    /// <summary>Whether the method writes labels at all.</summary>
    public bool WritesLabels => Method is not (Method.Baseline or Method.StudentTeacher or Method.Oracle);

    /// <summary>Whether its labels are held against the truth where that is known: those it makes, or those that its teacher shows.</summary>
    public bool IsAudited => MakesLabels || Method == Method.StudentTeacher;

    /// <summary>The rows of an experiment in the order of its table: the methods, then the rows.</summary>
    public static EquatableArray<BenchmarkRow> Of(Experiment experiment)
    {
        var rows = new List<BenchmarkRow>();
        foreach (var (name, method, own) in experiment.Methods.Select(method => (method.ToName(), method, experiment))
            .Concat(experiment.Rows.Select(row => (row.Name, row.Method, row.Apply(experiment)))))
        {
            var model = method == Method.Lat && !IsSameModel(own, experiment)
                ? rows.FirstOrDefault(row => row.Method == Method.Lat && IsSameModel(own, row.Experiment))?.Name ?? name
                : null;
            var transfers = rows.FirstOrDefault(row => row.Method == method && HasSameLabels(row, own))?.Name ?? name;
            rows.Add(new BenchmarkRow(name, method, own, transfers, model));
        }

        return rows.ToEquatableArray();
    }

    /// <summary>The sources whose labels the row trains on: all but the target, of `source-only-mapped` those that a mapping names.</summary>
    public IEnumerable<string> SourcesOf(string target) => Experiment.Datasets.Keys
        .Where(name => name != target && (Method != Method.SourceOnlyMapped || ClassMappings.Find(Experiment.ClassMapping, name, target) is not null));

    private static bool IsSameModel(Experiment one, Experiment other) => one.Lat.Model == other.Lat.Model && one.Lat.Training == other.Lat.Training;

    private static bool HasSameLabels(BenchmarkRow earlier, Experiment own) => earlier.Method switch
    {
        Method.PseudoLabel or Method.PseudoLabelFiltered => earlier.Experiment.Lat.Transfer == own.Lat.Transfer && earlier.Experiment.PseudoLabelTransfer == own.PseudoLabelTransfer,
        Method.LabelGuided => earlier.Experiment.Lat == own.Lat && earlier.Experiment.Lgpl == own.Lgpl,
        Method.Lat => earlier.Experiment.Lat == own.Lat,
        _ => true,
    };
}
