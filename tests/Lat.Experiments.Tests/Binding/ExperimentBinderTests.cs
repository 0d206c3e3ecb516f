using Lat.Core;

namespace Lat.Experiments.Tests;

public sealed class ExperimentBinderTests
{
    private const string Full = """
        version: 1
        name: mid
        training:
          epochs: 3
          learningRate: 1e-2
          clipNorm: ~
          milestones: [1, 2]
          patience: -.inf
        seed: 18446744073709551615
        size: {width: 64, height: 48}
        backbone: vit-s16
        note: 3
        classes: [car, 'traffic light']
        sources:
          fine: {kind: streets, count: 5, weight: .5}
          coarse: {kind: coco, file: a/b.json}
        steps:
          - {name: first}
          - name: second
            count: 2
        """;

    [Fact]
    public void EveryKindOfFieldIsBound()
    {
        var expected = new SampleExperiment
        {
            Name = new("mid"),
            Training = new() { Epochs = 3, LearningRate = 0.01, ClipNorm = null, Milestones = [1, 2], Patience = float.NegativeInfinity },
            Seed = new(ulong.MaxValue),
            Size = new(64, 48),
            Backbone = SampleBackbone.VisionTransformer,
            Note = "3",
            Classes = [new("car"), new("traffic light")],
            Sources = NamedMap.Create<SampleSource>(
                ("fine", new StreetsSource { Count = 5, Weight = 0.5 }), ("coarse", new CocoSource { File = "a/b.json" })),
            Steps = [new("first"), new("second", 2)],
        };
        Assert.Equal(expected, Some.Bound(Full));
    }

    [Fact]
    public void WhatTheFileLeavesOutIsTheRecordsDefault() =>
        Assert.Equal(new SampleExperiment { Name = new("mid"), Training = new() }, Some.Bound(Some.Minimal));

    [Fact]
    public void TwoCopiesLoadedApartAreEqualAndHashAlike()
    {
        var (first, second) = (Some.Bound(Full), Some.Bound(Full));
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void CommentsAndTheOrderOfKeysDoNotMatter()
    {
        var lines = Some.Minimal + "seed: 3\nsources: {a: {kind: none}, b: {weight: 2, kind: none}}\n";
        const string Reordered = """
            # A comment.
            sources:
              b: {kind: none, weight: 2}   # Another.

              a: {kind: none}
            seed: 3
            training: {}
            name: 'mid'
            version: 1
            """;
        Assert.Equal(Some.Bound(lines), Some.Bound(Reordered));
        Assert.Equal(Some.Bound(lines).GetHashCode(), Some.Bound(Reordered).GetHashCode());
        Assert.Equal(ExperimentWriter.ToYaml(Some.Bound(lines)), ExperimentWriter.ToYaml(Some.Bound(Reordered)));
    }

    [Fact]
    public void EqualityLooksIntoMapsAndLists()
    {
        Assert.NotEqual(Some.Bound(Full), Some.Bound(Full, "sources.fine.count=6"));
        Assert.NotEqual(Some.Bound(Full), Some.Bound(Full, "steps[1].count=3"));
    }

    [Theory]
    [InlineData("vit-s16", SampleBackbone.VisionTransformer)]
    [InlineData("visionTransformer", SampleBackbone.VisionTransformer)]
    [InlineData("residual-fifty", SampleBackbone.ResidualFifty)]
    [InlineData("residualFifty", SampleBackbone.ResidualFifty)]
    public void AnEnumerationIsReadInKebabOrCamelCase(string text, SampleBackbone value) =>
        Assert.Equal(value, Some.Bound(Some.Minimal + $"backbone: {text}\n").Backbone);

    [Theory]
    [InlineData("1", 1)]
    [InlineData(".5", 0.5)]
    [InlineData("1.", 1)]
    [InlineData("+0.25", 0.25)]
    [InlineData("5E-1", 0.5)]
    [InlineData("0.1", 0.1)]
    public void ANumberMayBeWrittenInAnyDecimalWay(string text, double value) =>
        Assert.Equal(value, Some.Bound(Some.Minimal, $"training.momentum={text}").Training.Momentum);

    [Fact]
    public void MinusZeroIsZero() =>
        Assert.False(double.IsNegative(Some.Bound(Some.Minimal, "training.momentum=-0.0").Training.Momentum));

    [Theory]
    [InlineData("target: {weight: 2}")]
    [InlineData("target: {kind: streets, weight: 2}")]
    public void ANestedMappingChangesTheDefaultOfItsOwnKind(string line) =>
        Assert.Equal(new StreetsSource { Count = 40, Weight = 2 }, Some.Bound(Some.Minimal + line).Target);

    [Fact]
    public void AnotherKindBeginsAfresh() =>
        Assert.Equal(new NoSource(), Some.Bound(Some.Minimal + "target: {kind: none}").Target);

    [Theory]
    [InlineData("no")]
    [InlineData("010")]
    [InlineData("1e3")]
    [InlineData("2026-01-01")]
    public void ATextIsNeverTakenForAnotherType(string text) =>
        Assert.Equal(text, Some.Bound(Some.Minimal + $"note: {text}\n").Note);

    [Theory]
    [InlineData("note: ''", "")]
    [InlineData("note: 'null'", "null")]
    [InlineData("note: null", null)]
    [InlineData("note:", null)]
    public void OnlyAnUnquotedNullIsNull(string line, string? value) => Assert.Equal(value, Some.Bound(Some.Minimal + line).Note);

    [Fact]
    public void AnAliasStandsForItsAnchor() =>
        Assert.Equal(2, Some.Bound(Some.Minimal + "sources:\n  a: &a {kind: none, weight: 2}\n  b: *a\n").Sources["b"].Weight);
}
