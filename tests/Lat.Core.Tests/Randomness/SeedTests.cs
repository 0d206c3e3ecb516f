namespace Lat.Core.Tests;

/// <summary>The literals were computed outside .NET; a change of one is a change of every result of every experiment.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData(1, "weights", 5100321686641987601)]
    [InlineData(0, "", 8794265229978523055)]
    [InlineData(1, "7", 11529183437142931600)]
    [InlineData(1, "größe", 13658891237815706458)]
    public void ADerivedSeedNeverChanges(ulong seed, string purpose, ulong expected) => Assert.Equal(new Seed(expected), new Seed(seed).Derive(purpose));

    [Fact]
    public void SeedsAreDerivedFromDerivedSeeds() => Assert.Equal(1673966643497810682UL, new Seed(1).Derive("weights").Derive("training").Value);

    [Fact]
    public void AnIndexIsAPurposeInDigits() => Assert.Equal(new Seed(1).Derive("7"), new Seed(1).Derive(7));

    [Fact]
    public void OtherPurposesAndOtherSeedsGiveOtherSeeds()
    {
        var seeds = from seed in Enumerable.Range(0, 50) from purpose in Enumerable.Range(0, 50) select new Seed((ulong)seed).Derive(purpose);
        Assert.Equal(2500, seeds.Distinct().Count());
    }
}
