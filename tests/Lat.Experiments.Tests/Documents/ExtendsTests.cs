using Lat.Core;

namespace Lat.Experiments.Tests;

public sealed class ExtendsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void MappingsMergeDeeplyAndTheRestReplaces()
    {
        _folder.Write("base.yaml", Some.Minimal + "classes: [a, b]\nseed: 3\nsources:\n  x: {kind: streets, count: 5, look: night}\n");
        _folder.Write("child.yaml", "extends: base.yaml\nclasses: [c]\nsources:\n  x: {count: 6}\n  y: {kind: none}\n");
        var bound = _folder.Bound("child.yaml");
        Assert.Equal([new ClassName("c")], bound.Classes);
        Assert.Equal(new Seed(3), bound.Seed);
        Assert.Equal(new StreetsSource { Count = 6, Look = "night" }, bound.Sources["x"]);
        Assert.Equal(new NoSource(), bound.Sources["y"]);
    }

    [Theory]
    [InlineData("base")]
    [InlineData("base.yaml")]
    [InlineData("./base.yaml")]
    [InlineData("../shared/base")]
    public void AFileIsNamedBesideTheOneThatExtendsIt(string name)
    {
        _folder.Write("shared/base.yaml", Some.Minimal);
        _folder.Write("shared/child.yaml", $"extends: {name}\n");
        Assert.Equal("mid", _folder.Bound("shared/child.yaml").Name.Value);
    }

    [Fact]
    public void ANameThatIsNotBesideTheFileIsResolvedByTheCaller()
    {
        var elsewhere = _folder.Write("elsewhere/base.yaml", Some.Minimal);
        var child = _folder.Write("child.yaml", "extends: base\n");
        var document = ExperimentDocument.Load(child, [], name => name == "base" ? elsewhere : null);
        Assert.Equal([child, elsewhere], document.Files);
        Assert.Equal("mid", ExperimentBinder.Bind<SampleExperiment>(document).Name.Value);
    }

    [Fact]
    public void AChainIsFollowedToItsEnd()
    {
        _folder.Write("a.yaml", Some.Minimal + "seed: 1\nnote: a\n");
        _folder.Write("b.yaml", "extends: a\nseed: 2\n");
        _folder.Write("c.yaml", "extends: b\nname: coarse\n");
        var bound = _folder.Bound("c.yaml");
        Assert.Equal(("coarse", 2UL, "a"), (bound.Name.Value, bound.Seed.Value, bound.Note));
    }

    [Fact]
    public void AnotherKindReplacesTheInheritedOneWhole()
    {
        _folder.Write("base.yaml", Some.Minimal + "sources:\n  x: {kind: streets, count: 5}\n");
        _folder.Write("child.yaml", "extends: base\nsources:\n  x: {kind: coco, file: a.json}\n");
        Assert.Equal(new CocoSource { File = "a.json" }, _folder.Bound("child.yaml").Sources["x"]);
    }

    [Fact]
    public void EachFaultNamesTheFileThatItsValueCameFrom()
    {
        _folder.Write("base.yaml", "version: 1\nname: mid\ntraining:\n  epochs: 0\n  flip: on\n");
        _folder.Write("child.yaml", "extends: base\ntraining:\n  epochs: many\nsed: 3\n");
        Assert.Equal(
            """
            Experiment is not valid: child.yaml
              child.yaml, line 3, column 11  'training.epochs' is 'many'; expected a whole number
              child.yaml, line 4, column 1  unknown key 'sed'; did you mean 'seed'?
              base.yaml, line 5, column 9  'training.flip' is 'on'; expected true or false; write true
              --set 'seed=x'  'seed' is 'x'; expected a whole number
            4 faults. Nothing was run.
            """,
            _folder.Refusal("child.yaml", "seed=x"));
    }

    [Fact]
    public void ACircleIsNamedInFull()
    {
        _folder.Write("a.yaml", "version: 1\nextends: b\n");
        _folder.Write("b.yaml", "extends: c\n");
        _folder.Write("c.yaml", "name: mid\nextends: b.yaml\n");
        Assert.Equal(
            """
            Experiment is not valid: a.yaml
              c.yaml, line 2, column 10  'extends' goes in a circle: b.yaml -> c.yaml -> b.yaml
            1 fault. Nothing was run.
            """,
            _folder.Refusal("a.yaml"));
    }

    [Theory]
    [InlineData("extends: bas", "line 1, column 10  'extends' is 'bas'; there is no such file; did you mean 'base.yaml'?")]
    [InlineData("extends: quite-another", "line 1, column 10  'extends' is 'quite-another'; there is no such file; the folder 'FOLDER' has: base.yaml, child.yaml")]
    [InlineData("extends: gone/base", "line 1, column 10  'extends' is 'gone/base'; there is no such file, and no folder 'gone'")]
    [InlineData("extends: /base.yaml", "line 1, column 10  'extends' is '/base.yaml'; name a file relative to this one")]
    [InlineData("extends: [base, other]", "line 1, column 10  'extends' is a list; expected the name of one file")]
    [InlineData("extends:", "line 1, column 9  'extends' is empty; expected the name of one file")]
    [InlineData("extends: child", "line 1, column 10  'extends' goes in a circle: child.yaml -> child.yaml")]
    [InlineData("version: 2\nextends: base", "line 1, column 10  'version' is '2' here and '1' in base.yaml, which it extends; they must be equal")]
    public void ABrokenExtendsIsRefused(string child, string fault)
    {
        _folder.Write("base.yaml", Some.Minimal);
        _folder.Write("child.yaml", child + "\n");
        var expected = $"Experiment is not valid: child.yaml\n  {fault}\n";
        Assert.StartsWith(expected, _folder.Refusal("child.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void AChainOfTooManyFilesIsRefused()
    {
        for (var index = 0; index < 20; index++)
        {
            _folder.Write($"e{index}.yaml", $"extends: e{index + 1}\n");
        }

        Assert.Contains("e15.yaml, line 1, column 10  'extends' goes through more than 16 files", _folder.Refusal("e0.yaml"), StringComparison.Ordinal);
    }
}
