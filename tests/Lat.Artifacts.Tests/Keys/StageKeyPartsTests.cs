using Lat.Core;

namespace Lat.Artifacts.Tests;

public class StageKeyPartsTests
{
    [Fact]
    public void TheKeyOfKnownPartsIsKnown() =>
        Assert.Equal("77a15ad17336489fe8e7c7842f3b510dcec9cd9e5bc194cd013e00268ef7e91d", Some.Parts().ToKey().Hex);

    [Fact]
    public void TheOrderInWhichPartsAreGivenIsNoPartOfTheKey()
    {
        var parts = Some.Parts();
        var reversed = parts with { Fields = [.. parts.Fields.Reverse()], Inputs = [.. parts.Inputs.Reverse()] };

        Assert.Equal(parts, reversed);
        Assert.Equal(parts.ToKey(), reversed.ToKey());
    }

    [Fact]
    public void EveryPartIsPartOfTheKey()
    {
        var parts = Some.Parts();
        StageKeyParts[] changed =
        [
            parts,
            parts with { Kind = "transfer" },
            parts with { CodeRevision = "2" },
            parts with { Fields = [] },
            parts with { Fields = [new("train.learningRate", "0.02"), new("train.epochs", "12")] },
            parts with { Inputs = [new("images", Some.Hash("images"))] },
            parts with { Inputs = [new("images", Some.Hash("annotations")), new("annotations", Some.Hash("images"))] },
            parts with { Seed = null },
            parts with { Seed = new Seed(8) },
            parts with { Numerics = [new("libtorch", "2.1")] },
            parts with { Fields = [], Numerics = parts.Fields },
        ];

        Assert.Equal(changed.Length, changed.Select(each => each.ToKey()).Distinct().Count());
    }

    [Fact]
    public void AFieldTwiceIsRefused() => Assert.Throws<ArgumentException>(() =>
        (Some.Parts() with { Fields = [new("a", "1"), new("a", "1")] }).ToKey());
}
