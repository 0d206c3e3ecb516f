using Lat.Core;

namespace Lat.Artifacts.Tests;

public class SpecFieldsTests
{
    private enum Optimizer
    {
        Sgd,
    }

    private sealed record Train
    {
        public double LearningRate { get; init; } = 0.01;
        public float Momentum { get; init; } = 0.9f;
        public int? Steps { get; init; }
        public bool Flip { get; init; } = true;
        public Optimizer Optimizer { get; init; }
        public string Comment { get; init; } = "a \"b\"";
        public double Doubled => LearningRate * 2;

        [NotInKey]
        public int Workers { get; init; } = 4;
    }

    private abstract record Schedule;

    private sealed record Step(int Every) : Schedule;

    private sealed record Cosine(int Every) : Schedule;

    private sealed record Lists
    {
        public EquatableArray<int> Sizes { get; init; } = [32, 64];
        public EquatableArray<Step> Steps { get; init; } = [new(3)];
        public EquatableArray<int> None { get; init; } = [];
        public NamedMap<int> Counts { get; init; } = new([KeyValuePair.Create("b", 2), KeyValuePair.Create("a c", 1)]);
    }

    private sealed record Nouns
    {
        public ClassName Name { get; init; } = new("traffic light");
        public Seed Seed { get; init; } = new(ulong.MaxValue);
        public ImageSize Size { get; init; } = new(256, 192);
        public LabelSpace Space { get; init; } = new("car", "bus");
        public Box Box { get; init; } = new(0.0001, 0, 1, 1);
    }

    [Fact]
    public void EveryStoredPropertyBecomesOneSortedField() => AssertFields(
        new Train(),
        """train.comment: "a \"b\"" """,
        "train.flip: true",
        "train.learningRate: 0.01",
        "train.momentum: 0.9",
        "train.optimizer: Sgd",
        "train.steps: null");

    [Fact]
    public void ListsAndMapsAreFollowed() => AssertFields(
        new Lists(),
        "train.counts.b: 2",
        """train.counts["a c"]: 1""",
        "train.none: []",
        "train.sizes[0]: 32",
        "train.sizes[1]: 64",
        "train.steps[0].$case: Step",
        "train.steps[0].every: 3");

    [Fact]
    public void TheNounsOfTheCoreKeepAllTheyMean() => AssertFields(
        new Nouns(),
        "train.box.x1: 0.0001",
        "train.box.x2: 1",
        "train.box.y1: 0",
        "train.box.y2: 1",
        """train.name: "traffic light" """,
        "train.seed: 18446744073709551615",
        "train.size.height: 192",
        "train.size.width: 256",
        """train.space.classes[0]: "car" """,
        """train.space.classes[1]: "bus" """);

    [Fact]
    public void TwoCasesOfAnAbstractRecordWithTheSamePropertiesDiffer() =>
        Assert.NotEqual(SpecFields.Flatten("schedule", new Step(3)), SpecFields.Flatten("schedule", new Cosine(3)));

    [Fact]
    public void ATextThatSaysNullIsNotNull() =>
        Assert.NotEqual(SpecFields.Flatten("x", "null"), SpecFields.Flatten("x", null));

    [Fact]
    public void AnEmptyPrefixGivesPlainNames() =>
        Assert.Equal("every", SpecFields.Flatten("", new Step(3))[1].Path);

    [Fact]
    public void MinusZeroIsZero() => Assert.Equal("0", SpecFields.Flatten("x", -0.0)[0].Value);

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    public void DoublesAreShortAndReadBackExactly(double value, string text) =>
        Assert.Equal(text, SpecFields.Flatten("x", value)[0].Value);

    public static TheoryData<object> Unstable => [new HashSet<int> { 1 }, double.NaN, new object(), DateTime.UnixEpoch];

    [Theory]
    [MemberData(nameof(Unstable))]
    public void WhatHasNoStableTextIsRefusedWithItsPath(object value)
    {
        var exception = Assert.Throws<ArgumentException>(() => SpecFields.Flatten("train", new Holder(value)));

        Assert.StartsWith("'train.held' is ", exception.Message, StringComparison.Ordinal);
    }

    private sealed record Holder(object Held);

    private static void AssertFields(object record, params string[] expected) =>
        Assert.Equal(expected.Select(text => text.TrimEnd()), SpecFields.Flatten("train", record).Select(field => field.ToString()));
}
