using Lat.Core;

namespace Lat.Detection;

using Detection = Lat.Core.Detection;

/// <summary>
/// Turns the last layer's numbers into detections: the best pairs of a query and a class. Nothing is suppressed. Boxes are cut to the image, and those
/// that lie outside of it dropped, which the original leaves to whoever measures.
/// </summary>
internal sealed class SetPostprocessor(DeformableDetrOptions options)
{
    /// <param name="probabilities">[N * Q * K].</param>
    /// <param name="boxes">[N * Q * 4], centre and sides as shares of the image.</param>
    /// <param name="classCount">K.</param>
    /// <param name="slice">The label space to answer in; class indices of the detections count from its first.</param>
    /// <param name="sizes">Of each image.</param>
    public IReadOnlyList<EquatableArray<Detection>> DetectionsOf(
        ReadOnlySpan<float> probabilities, ReadOnlySpan<float> boxes, int classCount, LabelSpaceSlice slice, IReadOnlyList<ImageSize> sizes)
    {
        var queries = boxes.Length / 4 / sizes.Count;
        var detections = new EquatableArray<Detection>[sizes.Count];
        for (var image = 0; image < detections.Length; image++)
        {
            var first = image * queries;
            detections[image] = DetectionsOf(
                probabilities.Slice(first * classCount, queries * classCount), boxes.Slice(first * 4, queries * 4), classCount, slice, sizes[image]);
        }

        return detections;
    }

    private EquatableArray<Detection> DetectionsOf(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> boxes, int classCount, LabelSpaceSlice slice, ImageSize size)
    {
        var scores = new float[boxes.Length / 4 * slice.Count];
        for (var at = 0; at < scores.Length; at++)
        {
            var (query, column) = Math.DivRem(at, slice.Count);
            scores[at] = probabilities[(query * classCount) + slice.Offset + column];
        }

        var detections = new List<Detection>();
        Span<float> corners = stackalloc float[4];
        foreach (var at in ScoreOrder.Best(scores, options.DetectionsPerImage))
        {
            var (query, column) = Math.DivRem(at, slice.Count);
            SetTargets.CornersOf(boxes.Slice(query * 4, 4), size, corners);
            BoxCoder.Clip(corners, size);
            if (scores[at] >= options.ScoreThreshold && corners[2] > corners[0] && corners[3] > corners[1])
            {
                var place = new Box(corners[0], corners[1], corners[2], corners[3]);
                detections.Add(new Detection(place, column, scores[at]) { ClassScores = EquatableArray.Create<float>(scores.AsSpan(query * slice.Count, slice.Count)) });
            }
        }

        return detections.ToEquatableArray();
    }
}
