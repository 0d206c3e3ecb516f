using Lat.Core;

namespace Lat.Experiments;

/// <summary>Stops the reading of a tree that grows beyond <see cref="DocumentLimits"/>.</summary>
internal sealed class TreeBudget(FaultList faults)
{
    private long _nodes;

    /// <param name="nodes">How many values come in.</param>
    /// <param name="depth">The level that the deepest of them has.</param>
    /// <param name="position">Where.</param>
    public void Spend(long nodes, int depth, FilePosition position)
    {
        _nodes += nodes;
        if (depth > DocumentLimits.Depth)
        {
            throw faults.Fatal(FormattableString.Invariant($"nested more than {DocumentLimits.Depth} levels deep"), position);
        }

        if (_nodes > DocumentLimits.Nodes)
        {
            throw faults.Fatal(
                FormattableString.Invariant($"more than {DocumentLimits.Nodes} values, counting again what aliases repeat"), position);
        }
    }
}
