using Lat.Core;

namespace Lat.Detection;

/// <summary>An endless walk over some examples in epochs: every one once, in an order of the epoch's own, before any comes again.</summary>
/// <param name="items">The examples.</param>
/// <param name="seed">Origin of the orders.</param>
internal sealed class ShuffledPool(int[] items, Seed seed)
{
    private long _epoch = -1;
    private int[] _order = [];

    public int Count => items.Length;

    /// <summary>The example at a position of the walk, from 0.</summary>
    public int At(long position)
    {
        var epoch = position / items.Length;
        if (epoch != _epoch)
        {
            (_epoch, _order) = (epoch, [.. items]);
            seed.Derive(epoch).ToStream().Shuffle<int>(_order);
        }

        return _order[position % items.Length];
    }
}
