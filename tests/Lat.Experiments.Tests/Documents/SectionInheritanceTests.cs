namespace Lat.Experiments.Tests;

public sealed class SectionInheritanceTests
{
    private static string Text(SpecNode? node) => node switch
    {
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Text(entry.Value)}").Order(StringComparer.Ordinal))}}}",
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        ScalarNode scalar => scalar.Text,
        _ => "-",
    };

    private static ExperimentDocument Document(string yaml) => ExperimentDocument.Parse("version: 1\n" + yaml, "some.yaml");

    private static string Section(ExperimentDocument document, string key) => Text(document.Root.Find(key)?.Value);

    [Fact]
    public void ASectionStatesOnlyHowItDiffers()
    {
        var document = Document("base: {a: 1, in: {b: 2, c: 3}, list: [1, 2]}\nother: {in: {c: 4}, list: [5]}\n").Inherit("base", "other", create: false);
        Assert.Equal("{a: 1, in: {b: 2, c: 4}, list: [5]}", Section(document, "other"));
        Assert.Equal("{a: 1, in: {b: 2, c: 3}, list: [1, 2]}", Section(document, "base"));
    }

    [Theory]
    [InlineData(true, "{a: 1}")]
    [InlineData(false, "-")]
    public void AMissingSectionBecomesACopyOnlyWhereAsked(bool create, string expected) =>
        Assert.Equal(expected, Section(Document("base: {a: 1}\n").Inherit("base", "other", create), "other"));

    [Fact]
    public void AFieldOfEveryEntryInherits()
    {
        var document = Document("base: {a: 1, b: 2}\nitems:\n  x: {own: {b: 3}}\n  y: {other: 1}\n  z: 5\n").Inherit("base", "items.*.own", create: false);
        Assert.Equal("{x: {own: {a: 1, b: 3}}, y: {other: 1}, z: 5}", Section(document, "items"));
    }

    [Fact]
    public void AFieldOfEveryItemInherits()
    {
        var document = Document("base: {a: 1, b: 2}\nitems:\n  - {own: {b: 3}}\n  - {other: 1}\n  - 5\n").Inherit("base", "items.*.own", create: false);
        Assert.Equal("[{own: {a: 1, b: 3}}, {other: 1}, 5]", Section(document, "items"));
    }

    [Fact]
    public void WithoutTheSectionToInheritFromNothingChanges()
    {
        var document = Document("other: {a: 1}\n");
        Assert.Same(document, document.Inherit("base", "other", create: true));
    }

    [Fact]
    public void AnInheritedValueKeepsItsPlaceInTheFile()
    {
        var document = Document("base: {a: 1}\nother: {b: 2}\n").Inherit("base", "other", create: false);
        var section = (MappingNode)document.Root.Find("other")!.Value;
        Assert.Equal((2, 11), (section.Find("a")!.Value.Position.Line, section.Find("a")!.Value.Position.Column));
        Assert.Equal(3, section.Find("b")!.Value.Position.Line);
    }

    private sealed record Part
    {
        public int Count { get; init; }

        public int? Other { get; init; }
    }

    private sealed record Whole
    {
        public Part Longer { get; init; } = new();

        public Part Base { get; init; } = new();
    }

    [Fact]
    public void AFaultThatSeveralSectionsInheritIsReportedOnceWhereItStands()
    {
        var document = Document("base: {count: x, odd: 1}\nlonger: {other: y}\n").Inherit("base", "longer", create: true);
        var refusal = Assert.Throws<ExperimentNotValidException>(() => ExperimentBinder.Bind<Whole>(document));
        Assert.Equal(
            ["'base.count' is 'x'; expected a whole number", "unknown key 'odd' in 'base'", "'longer.other' is 'y'; expected a whole number"],
            refusal.Faults.Select(fault => fault.Message.Split("; known", 2)[0].Split("; did", 2)[0]));
    }
}
