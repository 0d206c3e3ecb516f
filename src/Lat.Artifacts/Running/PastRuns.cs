using System.Collections.Concurrent;

namespace Lat.Artifacts;

/// <summary>What the stages of a graph took when they last ran, by the history of their experiment; else what others of their kind took.</summary>
public sealed class PastRuns
{
    private readonly ConcurrentDictionary<string, StageMeasurements> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _seconds;
    private readonly Dictionary<string, long> _memory;
    private readonly double? _median;

    /// <param name="graph">The stages.</param>
    /// <param name="history">Their past.</param>
    public PastRuns(StageGraph graph, NodeHistory history)
    {
        Parallel.ForEach(graph.Nodes, node =>
        {
            if (history.Last(graph.Name, node.Name) is { } last)
            {
                _own.TryAdd(node.Name, last.Measurements);
            }
        });
        var kinds = graph.Nodes.Where(node => _own.ContainsKey(node.Name)).GroupBy(node => node.Kind, node => _own[node.Name], StringComparer.Ordinal).ToList();
        _seconds = kinds.ToDictionary(kind => kind.Key, kind => Median(kind.Select(past => past.Seconds)), StringComparer.Ordinal);
        _memory = kinds.ToDictionary(kind => kind.Key, kind => kind.Max(past => past.PeakMemoryBytes ?? 0), StringComparer.Ordinal);
        _median = _own.IsEmpty ? null : Median(_own.Values.Select(past => past.Seconds));
    }

    /// <summary>Wall time in seconds; null where nothing of this experiment ever ran.</summary>
    public double? Seconds(StageNode node) =>
        _own.TryGetValue(node.Name, out var past) ? past.Seconds : _seconds.TryGetValue(node.Kind, out var kind) ? kind : _median;

    /// <summary>The largest resident memory in bytes; null where nobody measured it.</summary>
    public long? PeakMemoryBytes(StageNode node) =>
        _own.TryGetValue(node.Name, out var past) && past.PeakMemoryBytes is { } own ? own : _memory.GetValueOrDefault(node.Kind) is > 0 and var kind ? kind : null;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
