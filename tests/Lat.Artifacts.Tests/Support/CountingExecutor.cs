using System.Collections.Concurrent;
using Lat.Core;

namespace Lat.Artifacts.Tests;

/// <summary>
/// Runs stages in memory and counts them. Unless a test says otherwise a stage writes `out.txt`: its kind, its fields and what it read.
/// </summary>
internal sealed class CountingExecutor : IStageExecutor
{
    private readonly ConcurrentQueue<string> _ran = new();
    private readonly ConcurrentDictionary<StageKey, bool> _active = new();

    /// <summary>The names of the nodes that were executed, in the order in which they began.</summary>
    public IReadOnlyList<string> Ran => [.. _ran];

    /// <summary>Whether one key was ever executed twice at once.</summary>
    public bool Overlapped { get; private set; }

    /// <summary>What a node does instead of writing the usual text; the text it returns goes to `out.txt`.</summary>
    public Dictionary<string, Func<StageInvocation, CancellationToken, Task<string>>> Behaviours { get; } = new(StringComparer.Ordinal);

    public void Does(string node, Func<StageInvocation, string> behaviour) => Behaviours[node] = (invocation, _) => Task.FromResult(behaviour(invocation));

    public IReadOnlyList<string> TakeRan()
    {
        var ran = Ran.Order(StringComparer.Ordinal).ToList();
        _ran.Clear();
        return ran;
    }

    public async Task<StageExecution> ExecuteAsync(StageInvocation invocation, CancellationToken cancellationToken)
    {
        Overlapped |= !_active.TryAdd(invocation.Key, true);
        _ran.Enqueue(invocation.Node.Name);
        try
        {
            var text = Behaviours.TryGetValue(invocation.Node.Name, out var behaviour)
                ? await behaviour(invocation, cancellationToken)
                : UsualText(invocation);
            await File.WriteAllTextAsync(Path.Combine(invocation.WorkDirectory, "out.txt"), text, cancellationToken);
            return new StageExecution { Outputs = ["out.txt"] };
        }
        finally
        {
            _active.TryRemove(invocation.Key, out _);
        }
    }

    public static string UsualText(StageInvocation invocation) => string.Join('\n',
    [
        invocation.Parts.Kind,
        .. invocation.Parts.Fields.Select(field => field.ToString()),
        .. invocation.Inputs.Select(input => $"{input.Key}: {ContentHash.OfFile(input.Value)}"),
    ]);
}
