using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// Which examples make the batch of an iteration. A pure function of the iteration, so that a resumed run sees the same batches. Each pool is
/// walked in epochs: every example once, in an order of the epoch's own, before any comes again.
/// </summary>
public sealed class BatchSampler
{
    private readonly int _batchSize, _mixedIterations;
    private readonly bool _halfAndHalf;
    private readonly ShuffledPool _all, _target, _others;

    /// <param name="count">Examples in the source.</param>
    /// <param name="batchSize">Examples in a batch.</param>
    /// <param name="iterations">Iterations of the run.</param>
    /// <param name="plan">Phases.</param>
    /// <param name="seed">Origin of the orders.</param>
    /// <exception cref="LatException">There is no example, or the plan needs a target and has none.</exception>
    public BatchSampler(int count, int batchSize, int iterations, SamplingPlan plan, Seed seed)
    {
        if (count < 1)
        {
            throw new LatException("There is no image to train on. Check the dataset's count and its filters.");
        }

        if (plan.TargetIndices.Count == 0 && (plan.HalfAndHalf || plan.FineTuneIterations > 0))
        {
            throw new LatException("Fine-tuning and half-and-half batches need images of the target, and there are none.");
        }

        (_batchSize, _halfAndHalf) = (batchSize, plan.HalfAndHalf);
        _mixedIterations = Math.Max(iterations - plan.FineTuneIterations, 0);
        var target = plan.TargetIndices.ToHashSet();
        _all = new ShuffledPool([.. Enumerable.Range(0, count)], seed.Derive("all"));
        _target = new ShuffledPool([.. plan.TargetIndices], seed.Derive("target"));
        _others = new ShuffledPool([.. Enumerable.Range(0, count).Where(index => !target.Contains(index))], seed.Derive("others"));
    }

    /// <summary>The examples of an iteration, slot by slot.</summary>
    public EquatableArray<int> At(int iteration)
    {
        if (iteration >= _mixedIterations)
        {
            return Take(_target, iteration - _mixedIterations, _batchSize);
        }

        if (!_halfAndHalf || _others.Count == 0)
        {
            return Take(_all, iteration, _batchSize);
        }

        var half = (_batchSize + 1) / 2;
        return [.. Take(_target, iteration, half), .. Take(_others, iteration, _batchSize - half)];
    }

    private static EquatableArray<int> Take(ShuffledPool pool, int iteration, int count) =>
        Enumerable.Range(0, count).Select(slot => pool.At(((long)iteration * count) + slot)).ToEquatableArray();

    private sealed class ShuffledPool(int[] items, Seed seed)
    {
        private long _epoch = -1;
        private int[] _order = [];

        public int Count => items.Length;

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
}
