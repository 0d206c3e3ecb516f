using System.Numerics;
using System.Runtime.InteropServices;

namespace Lat.Detection;

/// <summary>
/// The loops of <see cref="RegionPooling"/>. Every number is summed by one thread in the order of its taps, with fused multiplication and
/// addition, so threads and the width of vectors change no bit.
/// </summary>
internal static class RegionPoolingLoops
{
    /// <summary>Channels whose sums fit the registers at once, and whose tile of a region the first cache.</summary>
    private const int BlockChannels = 64;

    /// <param name="plan">What is pooled from where.</param>
    /// <param name="channels">C.</param>
    /// <param name="levels">[N, h, w, C] each.</param>
    /// <param name="pooled">[R, C, S, S], filled.</param>
    /// <param name="threads">How many threads may work.</param>
    public static void Forward(PoolingPlan plan, int channels, TensorSpan[] levels, TensorSpan pooled, int threads) =>
        InParts(plan.RegionCount, threads, (first, end) =>
        {
            var (taps, tile) = (new BinTaps(plan), new float[BlockChannels * plan.Bins * plan.Bins]);
            var bins = plan.Bins * plan.Bins;
            for (var region = first; region < end; region++)
            {
                taps.Fill(region, channels);
                var level = levels[plan.Levels[region]]();
                var target = pooled().Slice(region * channels * bins, channels * bins);
                for (var channel = 0; channel < channels; channel += BlockChannels)
                {
                    var block = Math.Min(BlockChannels, channels - channel);
                    for (var bin = 0; bin < bins; bin++)
                    {
                        Gather(level[channel..], taps.Starts(bin), taps.Weights(bin), tile.AsSpan(bin * BlockChannels, block));
                    }

                    TileTransposition.ToChannels(tile, BlockChannels, bins, target.Slice(channel * bins, block * bins));
                }
            }
        });

    /// <param name="plan">What was pooled from where.</param>
    /// <param name="channels">C.</param>
    /// <param name="pooled">[R, C, S, S] gradients.</param>
    /// <param name="levels">[N, h, w, C] each, added to.</param>
    /// <param name="threads">How many threads may work.</param>
    public static void Backward(PoolingPlan plan, int channels, TensorSpan pooled, TensorSpan[] levels, int threads) =>
        InParts((channels + BlockChannels - 1) / BlockChannels, threads, (first, end) =>
        {
            var (taps, tile) = (new BinTaps(plan), new float[BlockChannels * plan.Bins * plan.Bins]);
            var bins = plan.Bins * plan.Bins;
            for (var region = 0; region < plan.RegionCount; region++)
            {
                taps.Fill(region, channels);
                var level = levels[plan.Levels[region]]();
                var source = pooled().Slice(region * channels * bins, channels * bins);
                for (var channel = first * BlockChannels; channel < Math.Min(end * BlockChannels, channels); channel += BlockChannels)
                {
                    var block = Math.Min(BlockChannels, channels - channel);
                    TileTransposition.ToBins(source.Slice(channel * bins, block * bins), bins, tile, BlockChannels);
                    for (var bin = 0; bin < bins; bin++)
                    {
                        Scatter(tile.AsSpan(bin * BlockChannels, block), taps.Starts(bin), taps.Weights(bin), level[channel..]);
                    }
                }
            }
        });

    /// <summary>Sums taps, each a run of channels, into one run.</summary>
    private static void Gather(ReadOnlySpan<float> level, ReadOnlySpan<int> starts, ReadOnlySpan<float> weights, Span<float> sums)
    {
        var (width, at) = (Vector<float>.Count, 0);
        for (; at + (4 * width) <= sums.Length; at += 4 * width)
        {
            var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            for (var tap = 0; tap < starts.Length; tap++)
            {
                var weight = new Vector<float>(weights[tap]);
                var run = level.Slice(starts[tap] + at, 4 * width);
                a = Vector.FusedMultiplyAdd(weight, new Vector<float>(run), a);
                b = Vector.FusedMultiplyAdd(weight, new Vector<float>(run[width..]), b);
                c = Vector.FusedMultiplyAdd(weight, new Vector<float>(run[(2 * width)..]), c);
                d = Vector.FusedMultiplyAdd(weight, new Vector<float>(run[(3 * width)..]), d);
            }

            a.CopyTo(sums[at..]);
            b.CopyTo(sums[(at + width)..]);
            c.CopyTo(sums[(at + (2 * width))..]);
            d.CopyTo(sums[(at + (3 * width))..]);
        }

        for (; at < sums.Length; at++)
        {
            var sum = 0f;
            for (var tap = 0; tap < starts.Length; tap++)
            {
                sum = MathF.FusedMultiplyAdd(weights[tap], level[starts[tap] + at], sum);
            }

            sums[at] = sum;
        }
    }

    /// <summary>Adds a run of channels, weighed, to every tap.</summary>
    private static void Scatter(ReadOnlySpan<float> run, ReadOnlySpan<int> starts, ReadOnlySpan<float> weights, Span<float> level)
    {
        var whole = MemoryMarshal.Cast<float, Vector<float>>(run);
        for (var tap = 0; tap < starts.Length; tap++)
        {
            var target = level.Slice(starts[tap], run.Length);
            var weight = new Vector<float>(weights[tap]);
            var targets = MemoryMarshal.Cast<float, Vector<float>>(target);
            for (var at = 0; at < whole.Length; at++)
            {
                targets[at] = Vector.FusedMultiplyAdd(weight, whole[at], targets[at]);
            }

            for (var at = whole.Length * Vector<float>.Count; at < run.Length; at++)
            {
                target[at] = MathF.FusedMultiplyAdd(weights[tap], run[at], target[at]);
            }
        }
    }

    private static void InParts(int count, int threads, Action<int, int> part)
    {
        var parts = Math.Clamp(threads, 1, Math.Max(count, 1));
        if (parts == 1)
        {
            part(0, count);
            return;
        }

        Parallel.For(0, parts, index => part((int)((long)count * index / parts), (int)((long)count * (index + 1) / parts)));
    }
}
