using Lat.Core;
using Lat.Detection;

namespace Lat.Transfer;

/// <summary>What the LAT model is to say of each proposal of a batch.</summary>
/// <param name="HeadLabels">[M]: 0 for background, else 1 + the class in the concatenated space.</param>
/// <param name="Weights">[M]: 0 for a proposal on a crowd or an ignored box, else 1.</param>
/// <param name="Deltas">[M * 4]: the regression target; 0 where there is none.</param>
/// <param name="MissedAnnotations">How many annotations that count no proposal stands for: their recall is lost before the head sees them.</param>
public sealed record RegionTargets(long[] HeadLabels, float[] Weights, float[] Deltas, int MissedAnnotations)
{
    /// <param name="proposals">The proposals of each image of the batch.</param>
    /// <param name="images">The images, with their own annotations; annotations that were removed from the proposals are still targets.</param>
    /// <param name="offsets">The offset of each image's label space in the concatenation.</param>
    /// <param name="options">The IoU from which a proposal matches, and the box weights.</param>
    public static RegionTargets Match(
        IReadOnlyList<IReadOnlyList<PrivilegedProposal>> proposals, IReadOnlyList<AnnotatedImage> images, IReadOnlyList<int> offsets, LatModelOptions options)
    {
        var count = proposals.Sum(image => image.Count);
        var (labels, weights) = (new long[count], new float[count]);
        var (references, targets) = (new float[count * 4], new float[count * 4]);
        var (row, missed) = (0, 0);
        for (var image = 0; image < images.Count; image++)
        {
            var annotations = images[image].Annotations;
            var found = new bool[annotations.Count];
            foreach (var proposal in proposals[image])
            {
                var (best, iou) = BestMatch(proposal.Box, annotations);
                Write(references, row, proposal.Box);
                Write(targets, row, proposal.Box);
                weights[row] = 1;
                if (best is { } index && iou >= options.MatchIou)
                {
                    found[index] = true;
                    var annotation = annotations[index];
                    var counts = Counts(annotation);
                    weights[row] = counts ? 1 : 0;
                    labels[row] = counts ? 1 + offsets[image] + annotation.ClassIndex : 0;
                    Write(targets, row, annotation.Box);
                }

                row++;
            }

            missed += annotations.Where((annotation, index) => !found[index] && Counts(annotation)).Count();
        }

        var deltas = new float[count * 4];
        new BoxCoder(options.BoxWeights).Encode(references, targets, deltas);
        return new RegionTargets(labels, weights, deltas, missed);
    }

    /// <summary>How many annotations of an image count: no crowds, none ignored.</summary>
    public static int Countable(AnnotatedImage image) => image.Annotations.Count(Counts);

    private static bool Counts(Annotation annotation) => annotation is { IsCrowd: false, IsIgnored: false };

    private static (int? Index, double Iou) BestMatch(Box box, EquatableArray<Annotation> annotations)
    {
        (int? Index, double Iou) best = (null, 0);
        for (var index = 0; index < annotations.Count; index++)
        {
            var iou = box.Iou(annotations[index].Box);
            best = iou > best.Iou ? (index, iou) : best;
        }

        return best;
    }

    private static void Write(float[] boxes, int row, Box box)
    {
        ReadOnlySpan<float> corners = [(float)box.X1, (float)box.Y1, (float)box.X2, (float)box.Y2];
        corners.CopyTo(boxes.AsSpan(row * 4));
    }
}
