using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Matches the tensors of a checkpoint with those of a network, by name and shape. Nothing is loaded unless everything fits.</summary>
/// <param name="targets">The network's own tensors.</param>
/// <param name="given">The checkpoint's, each under the name that the network has for it.</param>
internal sealed class WeightMatch(IReadOnlyList<(string Name, Tensor Tensor)> targets, IEnumerable<(string Name, CheckpointEntry Entry)> given)
{
    /// <summary>The counter of batches that a batch norm which is trained has, and a constant one lacks; it means nothing to a result.</summary>
    private const string Counter = ".num_batches_tracked";

    private readonly ILookup<string, CheckpointEntry> _given = given.ToLookup(pair => pair.Name, pair => pair.Entry, StringComparer.Ordinal);

    /// <summary>Whether a tensor of the network may keep its first values where the checkpoint's has another shape. Default none.</summary>
    public Func<string, bool> MayKeep { get; init; } = _ => false;

    /// <summary>Whether a tensor of the checkpoint may have no place in the network. Default none.</summary>
    public Func<string, bool> MayLeave { get; init; } = _ => false;

    /// <summary>Fills the network.</summary>
    /// <exception cref="LatException">Names are missing or unexpected, or shapes differ; all of them are listed.</exception>
    public void Load(CheckpointFile checkpoint, string path)
    {
        var faults = new List<string>();
        var loads = new List<(string Source, Tensor Target)>();
        foreach (var (name, target) in targets)
        {
            if (_given[name].FirstOrDefault() is not { } entry)
            {
                if (!name.EndsWith(Counter, StringComparison.Ordinal))
                {
                    faults.Add($"missing: {name} [{string.Join(", ", target.shape)}]");
                }
            }
            else if (entry.Shape.AsSpan().SequenceEqual(target.shape))
            {
                loads.Add((entry.Name, target));
            }
            else if (!MayKeep(name))
            {
                faults.Add($"wrong shape: {name} is [{string.Join(", ", entry.Shape)}], the network has [{string.Join(", ", target.shape)}]");
            }
        }

        // Two spellings of one name, an old and a new one.
        faults.AddRange(_given.Where(group => group.Skip(1).Any()).Select(group => $"given twice: {group.Key}"));
        var known = targets.Select(target => target.Name).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(_given
            .Where(pair => !known.Contains(pair.Key) && !pair.Key.EndsWith(Counter, StringComparison.Ordinal) && !MayLeave(pair.Key))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"unexpected: {pair.Key} {pair.First().Form}"));
        if (faults.Count > 0)
        {
            throw new LatException(
                $"The weights in '{path}' are of another network:\n{string.Join('\n', faults.Select(fault => "  " + fault))}");
        }

        foreach (var (source, target) in loads)
        {
            checkpoint.ReadInto(source, target);
        }
    }
}
