using Lat.Core;

namespace Lat.Experiments.Tests;

public sealed class ExperimentNotValidExceptionTests
{
    [Fact]
    public void AllFaultsAreReportedAtOnceInTheOrderOfTheFile()
    {
        const string Yaml = """
            version: 1
            naem: mid
            training:
              epochs: 0
              flip: on
              flip: off
            backbone: huge
            sources:
              fine: {kind: coco}
            """;
        var expected = Some.Message(
            "line 1, column 1   missing key 'name'; expected text",
            "line 2, column 1   unknown key 'naem'; did you mean 'name'?",
            "line 4, column 11  'training.epochs' is '0'; expected at least 1",
            "line 5, column 9   'training.flip' is 'on'; expected true or false; write true",
            "line 6, column 3   duplicate key 'flip' in 'training'; it stands already in line 5",
            "line 7, column 11  'backbone' is 'huge'; expected one of tiny, residual-fifty, vit-s16",
            "line 9, column 9   missing key 'file' in 'sources.fine'; expected text");
        Assert.Equal(expected, Some.Refusal(Yaml));
    }

    [Fact]
    public void AFaultCarriesItsPlace()
    {
        var refusal = Assert.Throws<ExperimentNotValidException>(() => Some.Bound(Some.Minimal + "seed: x\n"));
        Assert.Equal(Some.File, refusal.Path);
        Assert.Equal(new FilePosition(Some.File, 4, 7), Assert.Single(refusal.Faults).Position);
    }

    [Fact]
    public void ALongOrUnprintableValueIsShownShortAndOnOneLine()
    {
        var refusal = Some.Refusal(Some.Minimal + $"seed: \"\\e[2J\\n{new string('x', 100)}\"\n");
        Assert.Equal(Some.Message($"line 4, column 7  'seed' is '\\u001b[2J\\n{new string('x', 55)}…'; expected a whole number; remove the quotes"), refusal);
    }

    [Fact]
    public void AReportHasAnEnd()
    {
        var refusal = Some.Refusal(Some.Minimal + string.Concat(Enumerable.Range(0, 5000).Select(index => $"unknown{index}: 1\n")));
        Assert.EndsWith("\n200 faults or more. Nothing was run.", refusal, StringComparison.Ordinal);
        Assert.Equal(202, refusal.Split('\n').Length);
    }

    [Fact]
    public void FaultsOfOverridesStandLastUnderTheirOwnText()
    {
        var expected = Some.Message(
            "line 4, column 7             'seed' is 'x'; expected a whole number",
            "--set 'training.epochs=abc'  'training.epochs' is 'abc'; expected a whole number");
        Assert.Equal(expected, Some.Refusal(Some.Minimal + "seed: x\n", "training.epochs=abc"));
    }
}
