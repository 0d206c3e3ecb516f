namespace Lat.Core.Tests;

/// <summary>The literals were computed outside .NET, those of the state 1, 2, 3, 4 are the authors' own.</summary>
public sealed class RandomStreamTests
{
    [Theory]
    [InlineData(0, 11091344671253066420, 13793997310169335082, 1900383378846508768, 7684712102626143532)]
    [InlineData(1, 12966619160104079557, 9600361134598540522, 10590380919521690900, 7218738570589545383)]
    [InlineData(12345, 13720838825685603483, 2398916695208396998, 17770384849984869256, 891717726879801395)]
    public void TheDrawsOfASeedNeverChange(ulong seed, ulong first, ulong second, ulong third, ulong fourth)
    {
        var random = new Seed(seed).ToStream();
        Assert.Equal([first, second, third, fourth], Draws(random, 4));
    }

    [Fact]
    public void TheGeneratorIsXoshiro256StarStar() =>
        Assert.Equal([11520UL, 0, 1509978240, 1215971899390074240], Draws(RandomStream.FromState([1, 2, 3, 4]), 4));

    [Fact]
    public void EveryKindOfDrawIsPinned()
    {
        static RandomStream Stream() => new Seed(1).ToStream();
        var (doubles, integers, normals) = (Stream(), Stream(), Stream());
        Assert.Equal([0.7029218331588505, 0.5204366199388569, 0.5741057000197225], Enumerable.Range(0, 3).Select(_ => doubles.NextDouble()));
        Assert.Equal([7, 2, 0, 3, 1, 2, 6, 9], Enumerable.Range(0, 8).Select(_ => integers.NextInt(10)));
        Assert.Equal(-1.5452228371402943, normals.NextGaussian(), 14);
        Assert.Equal(-1.0136476397283942, normals.NextGaussian(), 14);
        Span<int> items = [0, 1, 2, 3, 4, 5, 6, 7];
        Stream().Shuffle(items);
        Assert.Equal([7, 0, 1, 4, 3, 2, 6, 5], items.ToArray());
    }

    [Fact]
    public void AStreamGoesOnFromItsState()
    {
        var random = new Seed(3).ToStream();
        random.NextGaussian();
        var copy = RandomStream.FromState(random.ToState());
        Assert.Equal(Draws(random, 10), Draws(copy, 10));
    }

    [Fact]
    public void AStateThatNeverLeavesZeroIsRefused()
    {
        Assert.Throws<ArgumentException>(() => RandomStream.FromState([0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => RandomStream.FromState([1, 2, 3]));
    }

    [Fact]
    public void UniformDrawsAreUniform()
    {
        var random = new Seed(5).ToStream();
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble(-1, 3)).ToList();
        Assert.All(draws, draw => Assert.InRange(draw, -1, 3));
        Assert.InRange(draws.Average(), 0.98, 1.02);
        Assert.InRange(Variance(draws), 16.0 / 12 - 0.03, 16.0 / 12 + 0.03);
    }

    [Fact]
    public void IntegersFallInEveryBinAlike()
    {
        var random = new Seed(6).ToStream();
        var counts = new int[7];
        for (var draw = 0; draw < 70_000; draw++)
        {
            counts[random.NextInt(7)]++;
        }

        // Chi-squared with 6 degrees of freedom: above 22.5 once in a thousand.
        Assert.InRange(counts.Sum(count => (count - 10_000.0) * (count - 10_000.0) / 10_000), 0, 22.5);
    }

    [Fact]
    public void NormalDrawsAreNormal()
    {
        var random = new Seed(7).ToStream();
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.NextGaussian()).ToList();
        Assert.InRange(draws.Average(), -0.02, 0.02);
        Assert.InRange(Variance(draws), 0.97, 1.03);
        Assert.InRange(draws.Count(draw => Math.Abs(draw) < 1.959964) / 100_000.0, 0.945, 0.955);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.25, 0.24, 0.26)]
    [InlineData(1, 1, 1)]
    public void AChoiceIsAsLikelyAsItIsSaidToBe(double probability, double least, double most)
    {
        var random = new Seed(8).ToStream();
        Assert.InRange(Enumerable.Range(0, 50_000).Count(_ => random.NextBool(probability)) / 50_000.0, least, most);
    }

    [Fact]
    public void ShufflingKeepsEveryItemAndReachesEveryPlace()
    {
        var random = new Seed(9).ToStream();
        var firsts = new int[4];
        for (var round = 0; round < 4000; round++)
        {
            int[] items = [0, 1, 2, 3];
            random.Shuffle<int>(items);
            firsts[items[0]]++;
            Assert.Equal([0, 1, 2, 3], items.Order());
        }

        Assert.All(firsts, count => Assert.InRange(count, 880, 1120));
    }

    [Fact]
    public void ThereIsNoDrawFromNothing() => Assert.Throws<ArgumentOutOfRangeException>(() => new Seed(1).ToStream().NextInt(0));

    private static ulong[] Draws(RandomStream random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextUInt64())];

    private static double Variance(List<double> draws)
    {
        var mean = draws.Average();
        return draws.Sum(draw => (draw - mean) * (draw - mean)) / draws.Count;
    }
}
