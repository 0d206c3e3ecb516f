namespace Lat.Evaluation.Tests;

public class GoldenTests
{
    public static TheoryData<string> Names => [.. GoldenCase.All.Select(golden => golden.Name)];

    [Fact]
    public void ThereAreAtLeast120GoldenCases() => Assert.True(GoldenCase.All.Count >= 120);

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryNumberHasTheBitsOfTheOfficialTool(string name)
    {
        var golden = GoldenCase.All.Single(golden => golden.Name == name);
        AssertEqual(golden, CocoEvaluator.Evaluate(golden.ToInput(), golden.Options));
    }

    [Fact]
    public void TheNounsOfTheCoreGiveTheSameBits()
    {
        var exact = GoldenCase.All.Where(golden => golden.HasExactCorners).ToList();
        Assert.True(exact.Count > 30);
        foreach (var golden in exact)
        {
            AssertEqual(golden, CocoEvaluator.Evaluate(golden.ToGroundTruth(), golden.ToDetections(), golden.Options));
        }
    }

    [Fact]
    public void WithIdsTheOrderOfTheFileLeavesNoTrace()
    {
        foreach (var golden in GoldenCase.All.Where(golden => golden.HasExactCorners))
        {
            var truth = golden.ToGroundTruth();
            var space = new LabelSpace(truth.LabelSpace.Classes.Reverse());
            var reversed = new AnnotationSet(space, truth.Images.Reverse().Select(image => image with
            {
                Annotations = image.Annotations
                    .Select(item => item with { ClassIndex = golden.Classes - 1 - item.ClassIndex }).ToEquatableArray(),
            }));
            var ids = new CocoIds(Descending(golden.Images), Descending(golden.Classes));
            AssertEqual(golden, CocoEvaluator.Evaluate(reversed, golden.ToDetections(), golden.Options, ids));
        }

        static EquatableArray<long> Descending(int count) =>
            Enumerable.Range(0, count).Select(index => 7L * (count - index)).ToEquatableArray();
    }

    [Fact]
    public void TheSummaryReadsAsTheOfficialOne()
    {
        var printed = GoldenCase.All.Where(golden => golden.Lines is { Length: > 0 }).ToList();
        Assert.True(printed.Count > 5);
        foreach (var golden in printed)
        {
            Assert.Equal(golden.Lines!, CocoSummaryText.Lines(CocoEvaluator.Evaluate(golden.ToInput(), golden.Options)));
        }
    }

    private static void AssertEqual(GoldenCase golden, CocoResult result)
    {
        if (golden.Stats is { } stats)
        {
            Assert.Equal(stats.Select(Bits), Enum.GetValues<EvaluationMetric>().Select(metric => Bits(result.Metrics[metric])));
        }

        Assert.Equal(
            golden.PerClass.Select(row => (Bits(row[0]), Bits(row[1]))),
            result.Metrics.PerClass.Select(item => (Bits(item.Ap), Bits(item.Ap50))));
        Assert.Equal(golden.Precision, OfficialDigest.Of(result.Precision.Values));
        Assert.Equal(golden.Recall, OfficialDigest.Of(result.Recall.Values));
    }

    private static long Bits(double? value) => BitConverter.DoubleToInt64Bits(value ?? double.NaN);
}
