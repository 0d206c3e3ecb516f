namespace Lat.Detection.Tests;

/// <summary>ONNX's published cases for NonMaxSuppression, mapped to our per-class form.</summary>
public class OnnxNonMaximumSuppressionTests
{
    [TestDataFact] public void FlippedCoordinates() => Check("flipped_coordinates");

    [TestDataFact] public void IdenticalBoxes() => Check("identical_boxes");

    [TestDataFact] public void LimitedOutput() => Check("limit_output_size");

    [TestDataFact] public void SingleBox() => Check("single_box");

    [TestDataFact] public void ByIou() => Check("suppress_by_IOU");

    [TestDataFact] public void ByIouAndScore() => Check("suppress_by_IOU_and_scores");

    [TestDataFact] public void TwoBatches() => Check("two_batches");

    [TestDataFact] public void TwoClasses() => Check("two_classes");

    [TestDataFact] public void CenterPointBoxes() => Check("center_point_box_format");

    private static void Check(string name)
    {
        var folder = $"test_nonmaxsuppression_{name}";
        var boxes = OnnxTensor.Read(folder, "input_0.pb");                     // [B, n, 4]
        var scores = OnnxTensor.Read(folder, "input_1.pb");                    // [B, K, n]
        var limit = (int)OnnxTensor.Read(folder, "input_2.pb").Integers[0];
        var iou = OnnxTensor.Read(folder, "input_3.pb").Floats[0];
        var least = OnnxTensor.Read(folder, "input_4.pb").Floats[0];
        var (count, classes) = ((int)boxes.Shape[1], (int)scores.Shape[1]);
        var answer = new List<long>();
        for (var group = 0; group < boxes.Shape[0] * classes; group++)
        {
            var corners = Corners(boxes.Floats.AsSpan(group / classes * count * 4, count * 4), name.StartsWith("center", StringComparison.Ordinal));
            var values = scores.Floats.AsSpan(group * count, count);
            var kept = 0;
            foreach (var index in NonMaximumSuppression.Keep(corners, values, iou))
            {
                if (values[index] > least && kept++ < limit)
                {
                    answer.AddRange([group / classes, group % classes, index]);
                }
            }
        }

        Assert.Equal(OnnxTensor.Read(folder, "output_0.pb").Integers, answer);
    }

    /// <summary>ONNX writes y before x, any two corners, or centre and size.</summary>
    private static float[] Corners(ReadOnlySpan<float> boxes, bool center)
    {
        var corners = new float[boxes.Length];
        for (var at = 0; at < boxes.Length; at += 4)
        {
            var (a, b, c, d) = (boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
            (corners[at], corners[at + 1], corners[at + 2], corners[at + 3]) = center
                ? (a - (c / 2), b - (d / 2), a + (c / 2), b + (d / 2))
                : (Math.Min(b, d), Math.Min(a, c), Math.Max(b, d), Math.Max(a, c));
        }

        return corners;
    }
}
