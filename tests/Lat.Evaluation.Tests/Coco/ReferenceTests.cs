namespace Lat.Evaluation.Tests;

public class ReferenceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ArraysEqualTheSlowReferenceOnRandomInputs(bool honorsIgnored)
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var input = RandomInput.Create(seed);
            var options = new CocoEvaluationOptions { HonorsIgnored = honorsIgnored, MaxDetections = [1, 3, 100] };
            AssertEqual(input, options, CocoEvaluator.Evaluate(input, options));
        }
    }

    private static void AssertEqual(CocoInput input, CocoEvaluationOptions options, CocoResult result)
    {
        for (var iou = 0; iou < CocoDefinition.IouThresholds.Count; iou++)
        {
            for (var classIndex = 0; classIndex < input.LabelSpace.Count; classIndex++)
            {
                foreach (var area in Enum.GetValues<CocoAreaRange>())
                {
                    for (var limit = 0; limit < 3; limit++)
                    {
                        var expected = SlowReference.Curve(
                            input, options.HonorsIgnored, classIndex, area, CocoDefinition.IouThresholds[iou], options.MaxDetections[limit]);
                        Assert.Equal(expected?.Recall ?? double.NaN, result.Recall[iou, classIndex, area, limit]);
                        for (var recall = 0; recall < 101; recall++)
                        {
                            Assert.Equal(expected?.Precision[recall] ?? double.NaN, result.Precision[iou, recall, classIndex, area, limit]);
                        }
                    }
                }
            }
        }
    }
}
