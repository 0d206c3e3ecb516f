using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class DuplicateGroupsTests
{
    [Fact]
    public void CopiesAndNearlyTheSameImagesAreGrouped()
    {
        var groups = DuplicateGroups.Of(
        [
            Image("d", 9, 0), Image("c", 1, 0b111 << 20), Image("a", 1, 0), Image("b", 2, 0b1), Image("e", 3, 0xffff_ffff), Image("f", 4, 0xf0f0_f0f0_f0f0_f0f0),
        ]);

        Assert.Equal([["a", "c"]], groups.Identical.Select(group => group.ToArray()));
        Assert.Equal([["a", "b", "c", "d"]], groups.Similar.Select(group => group.ToArray()));
    }

    [Fact]
    public void EveryPairWithinTheDistanceIsFound()
    {
        var random = new RandomStream(new Seed(5));
        for (var round = 0; round < 200; round++)
        {
            var hash = ((ulong)(uint)random.NextInt(int.MaxValue) << 33) ^ (uint)random.NextInt(int.MaxValue);
            var near = hash;
            for (var bit = 0; bit < DuplicateGroups.MaxDistance; bit++)
            {
                near ^= 1UL << random.NextInt(64);
            }

            Assert.Single(DuplicateGroups.Of([Image("a", 1, hash), Image("b", 2, near)]).Similar);
        }
    }

    [Fact]
    public void AHundredThousandImagesThatShareABandAreComparedInLinearTime()
    {
        var images = Enumerable.Range(0, 100_000).Select(index => Image(FormattableString.Invariant($"{index:D6}"), index, (ulong)index * 0x9E37_79B9_7F4A_0000)).ToList();

        Assert.Empty(DuplicateGroups.Of(images).Identical);
    }

    private static ImageFingerprint Image(string name, int content, ulong looks) => new(name, ContentHash.Of(BitConverter.GetBytes(content)), looks);
}
