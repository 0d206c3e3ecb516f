using System.Text.Json.Serialization;

namespace Lat.Reports;

/// <summary>All that an experiment measured and what it follows from; the content of `results.json` (`docs/results-schema.md`).</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Targets">The target datasets, in the order that tables show them.</param>
/// <param name="Methods">The rows, in the order that tables show them: methods, then methods with something changed.</param>
/// <param name="Results">One entry for each method, target and seed.</param>
public sealed record ExperimentResults(
    string Experiment,
    EquatableArray<DatasetName> Targets,
    EquatableArray<string> Methods,
    EquatableArray<MethodResult> Results)
{
    /// <summary>The version of the schema that this code writes.</summary>
    public const int CurrentSchemaVersion = 2;

    /// <summary>The oldest version that this code still reads: it lacks fields that are then empty.</summary>
    public const int OldestSchemaVersion = 1;

    /// <summary>Raised when a field changes its meaning or goes away.</summary>
    [JsonPropertyOrder(-1)]
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>
    /// Every dataset's own detector, method `detector`, measured on the dataset's own validation set. They label the other datasets. Default none.
    /// </summary>
    public EquatableArray<MethodResult> Detectors { get; init; } = [];

    /// <summary>How right transferred labels are, where the truth is known. Default none.</summary>
    public EquatableArray<TransferMeasurement> Transfers { get; init; } = [];

    /// <summary>What the seeds of each row say together. Default none.</summary>
    public EquatableArray<RowStatistics> Statistics { get; init; } = [];

    /// <summary>What each row is, trained on and cost. Default none.</summary>
    public EquatableArray<RowSummary> Rows { get; init; } = [];

    /// <summary>What all stages cost together. Default nothing.</summary>
    public RunCost Cost { get; init; } = RunCost.None;

    /// <summary>What the pipeline did to get here, in the order of its graph. Default none.</summary>
    public EquatableArray<StageRecord> Stages { get; init; } = [];

    /// <summary>On what it ran: versions, machine, threads. Default none.</summary>
    public EquatableArray<EnvironmentFact> Environment { get; init; } = [];

    /// <summary>
    /// The same with everything in its one order: results and transfers by target, method and seed, the environment by name, whatever order
    /// the stages ended in; seconds in whole milliseconds.
    /// </summary>
    /// <exception cref="ArgumentException">A result is of a target or a method that the lists lack, or stands twice.</exception>
    public ExperimentResults Ordered()
    {
        Validate();
        return this with
        {
            Results = Results.OrderBy(result => Position(Targets, result.Target)).ThenBy(result => Position(Methods, result.Method))
                .ThenBy(result => result.Seed.Value).ToEquatableArray(),
            Detectors = Detectors.OrderBy(result => result.Target).ThenBy(result => result.Seed.Value).ToEquatableArray(),
            Transfers = Transfers.OrderBy(item => Position(Targets, item.Target)).ThenBy(item => Position(Methods, item.Method))
                .ThenBy(item => item.Source).ThenBy(item => item.Seed.Value).ToEquatableArray(),
            Statistics = Statistics.OrderBy(item => Position(Targets, item.Target)).ThenBy(item => Position(Methods, item.Method)).ToEquatableArray(),
            Stages = Stages.Select(stage => stage with { Seconds = Math.Round(stage.Seconds, 3) }).ToEquatableArray(),
            Environment = Environment.OrderBy(fact => fact.Name, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private void Validate()
    {
        var twice = Results.GroupBy(result => (result.Target, result.Method, result.Seed)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"Two results of {twice.Key.Method} on {twice.Key.Target} with seed {twice.Key.Seed}.");
        }

        foreach (var (method, target) in Results.Select(result => (result.Method, result.Target))
            .Concat(Transfers.Select(item => (item.Method, item.Target))))
        {
            if (Position(Methods, method) < 0 || Position(Targets, target) < 0)
            {
                throw new ArgumentException(
                    $"A result of {method} on {target}; the methods are {Methods}, the targets {Targets}.");
            }
        }
    }

    private static int Position<T>(EquatableArray<T> list, T item) => list.AsSpan().IndexOf(item);
}
