namespace Lat.Evaluation;

/// <summary>What an experiment once reached, committed to hold later runs against; the content of `experiments/baselines/NAME.json`.</summary>
/// <param name="SchemaVersion">The version of the file's form; raised when a field changes its meaning or goes away.</param>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Specification">The content of the resolved experiment that was run.</param>
/// <param name="Provenance">On what it ran, by name.</param>
/// <param name="Entries">One for each gate, in the order of the experiment.</param>
public sealed record GateBaseline(
    int SchemaVersion, string Experiment, ContentHash Specification, EquatableArray<BaselineFact> Provenance, EquatableArray<BaselineEntry> Entries)
{
    /// <summary>The version that this code writes and reads.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The entry that a gate is held against; null where the baseline has none.</summary>
    public BaselineEntry? Find(GateOptions gate) =>
        Entries.FirstOrDefault(entry => entry.Metric == gate.Metric && entry.Target == gate.Target && entry.Method == gate.Method);

    /// <summary>A baseline from what was just measured.</summary>
    /// <param name="experiment">The experiment's name.</param>
    /// <param name="specification">The content of the resolved experiment.</param>
    /// <param name="provenance">On what it ran.</param>
    /// <param name="gates">The gates that will be held against it.</param>
    /// <param name="results">What was measured.</param>
    /// <exception cref="LatException">There is no gate, or a gate's metric has no result; all such are named.</exception>
    public static GateBaseline Of(
        string experiment, ContentHash specification, IEnumerable<BaselineFact> provenance, IReadOnlyCollection<GateOptions> gates, IReadOnlyCollection<MethodResult> results)
    {
        var estimates = gates.DistinctBy(gate => (gate.Metric, gate.Target, gate.Method))
            .Select(gate => (Gate: gate, Estimate: MetricEstimate.Of(results, gate.Target, gate.Method, gate.Metric))).ToList();
        var absent = estimates.Where(item => double.IsNaN(item.Estimate.Points))
            .Select(item => $"{item.Gate.Metric.ToLabel()} of {item.Gate.Method} on {item.Gate.Target}").ToList();
        if (estimates.Count == 0 || absent.Count > 0)
        {
            throw new LatException(estimates.Count == 0
                ? $"The experiment '{experiment}' has no gates, so there is nothing to keep as a baseline. Add a section 'gates'."
                : $"The baseline of '{experiment}' is as it was: there is no result for {string.Join(", ", absent)}. Correct the gate, or the experiment.");
        }

        return new GateBaseline(
            CurrentSchemaVersion,
            experiment,
            specification,
            provenance.OrderBy(fact => fact.Name, StringComparer.Ordinal).ToEquatableArray(),
            estimates.Select(item => new BaselineEntry(
                item.Gate.Metric, item.Gate.Target, item.Gate.Method, item.Estimate.Points, item.Estimate.Interval, item.Estimate.Seeds,
                item.Estimate.Annotations)).ToEquatableArray());
    }
}
