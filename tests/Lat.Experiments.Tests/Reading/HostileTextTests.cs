using Lat.Core;

namespace Lat.Experiments.Tests;

public sealed class HostileTextTests
{
    private const string Pieces = "abz019.,:;-?[]{}&*!|>'\"%@`~#<=_/\\ \t\n\r é\u2028";

    private const string Valid = Some.Minimal + """
        seed: 3
        size: {width: 64, height: 48}
        classes: [car, 'traffic light', "bus\n"]
        sources:
          fine: &fine {kind: streets, count: 5, weight: .5}
          coarse: *fine
        note: |
          a block
        steps:
          - name: first
            count: 2
        """;

    [Fact]
    public void ADamagedFileIsBoundOrRefusedAndNothingElse()
    {
        var random = new Seed(11).ToStream();
        var refused = 0;
        for (var round = 0; round < 4000; round++)
        {
            var text = Valid.ToCharArray().ToList();
            for (var edit = random.NextInt(4); edit >= 0; edit--)
            {
                Damage(text, random);
            }

            refused += IsRefused(new string([.. text])) ? 1 : 0;
        }

        Assert.InRange(refused, 2000, 3999);
    }

    [Fact]
    public void RandomOverridesAreAppliedOrRefusedAndNothingElse()
    {
        var random = new Seed(12).ToStream();
        for (var round = 0; round < 4000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.NextInt(12)).Select(_ => Pieces[random.NextInt(Pieces.Length)])]);
            var prefix = new[] { "", "steps", "sources.fine", "note=", "size" }[random.NextInt(5)];
            IsRefused(Valid, prefix + text);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("&a ")]
    [InlineData("!a ")]
    [InlineData("a: ")]
    [InlineData("a: 1\n")]
    [InlineData("{a: ")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("x")]
    [InlineData("%a\n")]
    [InlineData("---\n")]
    [InlineData("- x\n")]
    public void AMebibyteOfAnythingIsRefused(string piece) =>
        Assert.True(IsRefused(string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length))));

    private static void Damage(List<char> text, RandomStream random)
    {
        var at = random.NextInt(text.Count);
        switch (random.NextInt(3))
        {
            case 0:
                text.RemoveRange(at, Math.Min(1 + random.NextInt(3), text.Count - at));
                break;
            case 1:
                text.Insert(at, Pieces[random.NextInt(Pieces.Length)]);
                break;
            default:
                text[at] = Pieces[random.NextInt(Pieces.Length)];
                break;
        }
    }

    private static bool IsRefused(string yaml, params string[] overrides)
    {
        try
        {
            Some.Bound(yaml, overrides);
            return false;
        }
        catch (ExperimentNotValidException)
        {
            return true;
        }
    }
}
