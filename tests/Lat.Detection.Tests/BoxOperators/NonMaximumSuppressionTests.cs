using System.Globalization;
using System.Text.Json;

namespace Lat.Detection.Tests;

public class NonMaximumSuppressionTests
{
    [Theory]
    [InlineData("0.3")]
    [InlineData("0.5")]
    [InlineData("0.7")]
    public void TorchvisionKeepsTheSameBoxesInTheSameOrder(string threshold) => Compare(Golden.Read("nms.json"), threshold);

    [TorchvisionFact]
    public void TorchvisionRunNowKeepsTheSameOfBoxesThatNoFileHolds()
    {
        using var folder = new TemporaryFolder();
        TorchvisionPython.Run("../detection.py", folder.Path, "21");
        var golden = Golden.ReadFrom(folder["nms.json"]);
        Assert.NotEqual(Golden.Read("nms.json").Floats("boxes"), golden.Floats("boxes"));
        foreach (var threshold in golden.GetProperty("kept").EnumerateObject())
        {
            Compare(golden, threshold.Name);
        }
    }

    private static void Compare(JsonElement golden, string threshold)
    {
        var (boxes, scores, classes) = (golden.Floats("boxes"), golden.Floats("scores"), golden.Ints("classes"));
        var iou = double.Parse(threshold, CultureInfo.InvariantCulture);
        Assert.Equal(golden.GetProperty("kept").Ints(threshold), NonMaximumSuppression.Keep(boxes, scores, iou));
        Assert.Equal(golden.GetProperty("keptPerClass").Ints(threshold), NonMaximumSuppression.KeepPerClass(boxes, scores, classes, iou));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(300)]
    public void ASlowLoopOverAllPairsKeepsTheSame(int count)
    {
        var random = new Seed(3).Derive(count).ToStream();
        var boxes = Some.Boxes(count, random);

        // Coarse scores, so that there are ties.
        float[] scores = [.. Enumerable.Range(0, count).Select(_ => random.NextInt(10) / 10f)];
        Assert.Equal(Slow(boxes, scores, 0.4f), NonMaximumSuppression.Keep(boxes, scores, 0.4));
    }

    [Fact]
    public void TheLimitKeepsTheBest()
    {
        var random = new Seed(4).ToStream();
        var boxes = Some.Boxes(50, random);
        var scores = Some.Numbers(50, random);
        var all = NonMaximumSuppression.Keep(boxes, scores, 0.5);
        Assert.Equal(all[..5], NonMaximumSuppression.Keep(boxes, scores, 0.5, 5));
    }

    [Fact]
    public void EqualBoxesWithoutAreaDoNotRemoveEachOther() =>
        Assert.Equal([0, 1], NonMaximumSuppression.Keep([3, 3, 3, 3, 3, 3, 3, 3], [1, 1], 0.5));

    [Fact]
    public void NoBoxesLeaveNone() => Assert.Empty(NonMaximumSuppression.KeepPerClass([], [], [], 0.5));

    private static List<int> Slow(float[] boxes, float[] scores, float threshold)
    {
        var kept = new List<int>();
        foreach (var index in Enumerable.Range(0, scores.Length).OrderByDescending(index => scores[index]).ThenBy(index => index))
        {
            if (kept.All(other => BoxIou.Of(boxes.AsSpan(index * 4, 4), boxes.AsSpan(other * 4, 4)) <= threshold))
            {
                kept.Add(index);
            }
        }

        return kept;
    }
}
