using System.Numerics;

namespace Lat.Core;

/// <summary>
/// Random numbers that are the same on every machine and every version of .NET: xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64.
/// </summary>
public sealed class RandomStream
{
    private ulong _s0, _s1, _s2, _s3;

    public RandomStream(Seed seed)
    {
        var state = seed.Value;
        (_s0, _s1, _s2, _s3) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    private RandomStream(ReadOnlySpan<ulong> state) => (_s0, _s1, _s2, _s3) = (state[0], state[1], state[2], state[3]);

    /// <summary>The whole state, 4 words: what a checkpoint keeps.</summary>
    public ulong[] ToState() => [_s0, _s1, _s2, _s3];

    /// <exception cref="ArgumentException">The state is not 4 words, or all zero.</exception>
    public static RandomStream FromState(ReadOnlySpan<ulong> state) =>
        state.Length == 4 && state.IndexOfAnyExcept(0UL) >= 0
            ? new RandomStream(state)
            : throw new ArgumentException("The state of a random stream is 4 words, not all zero.");

    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [minimum, maximum).</summary>
    public double NextDouble(double minimum, double maximum) => minimum + ((maximum - minimum) * NextDouble());

    /// <summary>Uniform in [0, count), without bias.</summary>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var limit = ulong.MaxValue - (ulong.MaxValue % (ulong)count);
        ulong draw;
        do
        {
            draw = NextUInt64();
        }
        while (draw >= limit);

        return (int)(draw % (ulong)count);
    }

    public bool NextBool(double probability) => NextDouble() < probability;

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller; the second of the pair is dropped, so that the state stays 4 words).</summary>
    public double NextGaussian() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Fisher and Yates, in place.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
