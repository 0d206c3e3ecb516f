using Lat.Core;

namespace Lat.Experiments;

/// <summary>A value of an experiment's file before it has a type: a scalar, a sequence or a mapping. Immutable.</summary>
public abstract class SpecNode
{
    private protected SpecNode(FilePosition position, long size, int height) => (Position, Size, Height) = (position, size, height);

    /// <summary>Where the value begins in the file that it came from, or the override on the command line.</summary>
    public FilePosition Position { get; }

    /// <summary>Nodes in the tree below and with this one, counting again what an alias repeats.</summary>
    internal long Size { get; }

    /// <summary>Levels of the tree, 1 for a scalar.</summary>
    internal int Height { get; }

    /// <summary>What stands there, to follow `is` in a fault: `'0.5'`, `a list`, `a mapping`, `empty`.</summary>
    internal abstract string Description { get; }
}
