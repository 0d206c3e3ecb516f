using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// Which examples make the batch of an iteration. A pure function of the iteration, so that a resumed run sees the same batches. Each pool is
/// walked in epochs: every example once, in an order of the epoch's own, before any comes again. One thread at a time.
/// </summary>
public sealed class BatchSampler
{
    private readonly int _batchSize, _mixedIterations;
    private readonly bool _halfAndHalf;
    private readonly ShuffledPool _all, _target, _others;
    private readonly GroupedBatches? _groupedAll, _groupedTarget;

    /// <param name="count">Examples in the source.</param>
    /// <param name="batchSize">Examples in a batch.</param>
    /// <param name="iterations">Iterations of the run.</param>
    /// <param name="plan">Phases.</param>
    /// <param name="seed">Origin of the orders.</param>
    /// <param name="candidates">The examples that may be drawn; null for all.</param>
    /// <param name="isUpright">Whether an image is higher than wide, where batches must not mix the two; null where they may.</param>
    /// <exception cref="LatException">There is no example, or the plan needs a target and has none, or grouping and halving are both asked for.</exception>
    public BatchSampler(
        int count, int batchSize, int iterations, SamplingPlan plan, Seed seed, IReadOnlyCollection<int>? candidates = null, Func<int, bool>? isUpright = null)
    {
        var usable = candidates?.ToHashSet();
        int[] all = [.. Enumerable.Range(0, count).Where(index => usable?.Contains(index) ?? true)];
        int[] target = [.. plan.TargetIndices.Where(index => usable?.Contains(index) ?? true)];
        if (all.Length == 0)
        {
            throw new LatException(count == 0
                ? "There is no image to train on. Check the dataset's count and its filters."
                : $"None of the {count} images has an object to train on. Check the labels and their thresholds, or set 'skipEmptyImages: false'.");
        }

        if (target.Length == 0 && (plan.HalfAndHalf || plan.FineTuneIterations > 0))
        {
            throw new LatException("Fine-tuning and half-and-half batches need images of the target, and there are none.");
        }

        if (plan.HalfAndHalf && isUpright is not null)
        {
            throw new LatException("'halfAndHalf' and 'groupByAspectRatio' exclude each other: both decide what makes a batch. Set one of them to false.");
        }

        (_batchSize, _halfAndHalf) = (batchSize, plan.HalfAndHalf);
        _mixedIterations = Math.Max(iterations - plan.FineTuneIterations, 0);
        var own = plan.TargetIndices.ToHashSet();
        _all = new ShuffledPool(all, seed.Derive("all"));
        _target = new ShuffledPool(target, seed.Derive("target"));
        _others = new ShuffledPool([.. all.Where(index => !own.Contains(index))], seed.Derive("others"));
        if (isUpright is not null)
        {
            (_groupedAll, _groupedTarget) = (new GroupedBatches(_all, batchSize, isUpright), new GroupedBatches(_target, batchSize, isUpright));
        }
    }

    /// <summary>The examples of an iteration, slot by slot.</summary>
    public EquatableArray<int> At(int iteration)
    {
        if (iteration >= _mixedIterations)
        {
            var tuned = iteration - _mixedIterations;
            return _groupedTarget?.At(tuned) ?? Take(_target, tuned, _batchSize);
        }

        if (!_halfAndHalf || _others.Count == 0)
        {
            return _groupedAll?.At(iteration) ?? Take(_all, iteration, _batchSize);
        }

        var half = (_batchSize + 1) / 2;
        return [.. Take(_target, iteration, half), .. Take(_others, iteration, _batchSize - half)];
    }

    private static EquatableArray<int> Take(ShuffledPool pool, int iteration, int count) =>
        Enumerable.Range(0, count).Select(slot => pool.At(((long)iteration * count) + slot)).ToEquatableArray();
}
