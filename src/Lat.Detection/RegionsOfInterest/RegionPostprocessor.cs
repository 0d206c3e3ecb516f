using Lat.Core;

namespace Lat.Detection;

using Detection = Lat.Core.Detection;

/// <summary>
/// Turns the second stage's numbers into detections: every class of a region above the score threshold is a candidate, decoded with its own
/// offsets, clipped, and suppressed within its class; the best of an image stay.
/// </summary>
/// <param name="options">Thresholds.</param>
/// <param name="classCount">Classes of the head: K.</param>
/// <param name="slice">The label space to answer in; class indices of the detections count from its first.</param>
public sealed class RegionPostprocessor(RegionOptions options, int classCount, LabelSpaceSlice slice)
{
    private readonly BoxCoder _coder = new(options.BoxWeights);

    /// <summary>Groups of four offsets that a region has.</summary>
    private int Regressors => options.ClassAgnosticBoxes ? 1 : classCount + 1;

    /// <param name="proposals">[r * 4] of each image.</param>
    /// <param name="probabilities">[R * (1 + K)], image by image.</param>
    /// <param name="offsets">[R * (1 + K) * 4], or [R * 4] of a class-agnostic head.</param>
    /// <param name="sizes">Of each image.</param>
    public IReadOnlyList<EquatableArray<Detection>> DetectionsOf(
        IReadOnlyList<float[]> proposals, ReadOnlySpan<float> probabilities, ReadOnlySpan<float> offsets, IReadOnlyList<ImageSize> sizes)
    {
        var detections = new EquatableArray<Detection>[proposals.Count];
        var (columns, regressors, row) = (classCount + 1, Regressors, 0);
        for (var image = 0; image < detections.Length; image++)
        {
            var rows = proposals[image].Length / 4;
            detections[image] = DetectionsOf(
                proposals[image],
                probabilities.Slice(row * columns, rows * columns),
                offsets.Slice(row * regressors * 4, rows * regressors * 4),
                sizes[image]);
            row += rows;
        }

        return detections;
    }

    /// <summary>The same for one image.</summary>
    public EquatableArray<Detection> DetectionsOf(
        ReadOnlySpan<float> proposals, ReadOnlySpan<float> probabilities, ReadOnlySpan<float> offsets, ImageSize size)
    {
        var columns = classCount + 1;
        var (boxes, scores, classes, regions) = (new List<float>(), new List<float>(), new List<int>(), new List<int>());
        Span<float> box = stackalloc float[4];
        for (var region = 0; region < proposals.Length / 4; region++)
        {
            for (var classIndex = 0; classIndex < slice.Count; classIndex++)
            {
                var at = (region * columns) + slice.ColumnOf(classIndex);
                if (!(probabilities[at] > options.ScoreThreshold))
                {
                    continue;
                }

                var regressor = options.ClassAgnosticBoxes ? region : at;
                _coder.Decode(proposals.Slice(region * 4, 4), offsets.Slice(regressor * 4, 4), box);
                BoxCoder.Clip(box, size);
                if (box[2] > box[0] && box[3] > box[1])
                {
                    boxes.AddRange(box);
                    scores.Add(probabilities[at]);
                    classes.Add(classIndex);
                    regions.Add(region);
                }
            }
        }

        var kept = NonMaximumSuppression.KeepPerClass([.. boxes], [.. scores], [.. classes], options.NmsThreshold, options.DetectionsPerImage);
        var detections = new Detection[kept.Length];
        for (var rank = 0; rank < kept.Length; rank++)
        {
            var index = kept[rank];
            var row = probabilities.Slice((regions[index] * columns) + slice.ColumnOf(0), slice.Count);
            var place = new Box(boxes[index * 4], boxes[(index * 4) + 1], boxes[(index * 4) + 2], boxes[(index * 4) + 3]);
            detections[rank] = new Detection(place, classes[index], scores[index]) { ClassScores = EquatableArray.Create(row) };
        }

        return EquatableArray.Create<Detection>(detections);
    }
}
