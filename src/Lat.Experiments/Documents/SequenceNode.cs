using Lat.Core;

namespace Lat.Experiments;

/// <summary>A list.</summary>
public sealed class SequenceNode : SpecNode
{
    internal SequenceNode(FilePosition position, EquatableArray<SpecNode> items)
        : base(position, 1 + items.Sum(item => item.Size), 1 + items.Select(item => item.Height).DefaultIfEmpty().Max()) => Items = items;

    public EquatableArray<SpecNode> Items { get; }

    internal override string Description => "a list";
}
