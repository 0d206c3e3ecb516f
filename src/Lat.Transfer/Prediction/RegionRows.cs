using Lat.Core;
using Lat.Detection;

namespace Lat.Transfer;

/// <summary>The model's output, row by row.</summary>
/// <param name="Regions">The proposals that went in.</param>
/// <param name="Probabilities">[M * (1 + K)], background first.</param>
/// <param name="Deltas">[M * 4 (1 + K)].</param>
/// <param name="HeadCount">1 + K.</param>
/// <param name="Coder">Turns deltas into boxes.</param>
/// <param name="AreBoxesShared">Whether one regressor serves all classes: then the deltas are [M * 4].</param>
internal sealed record RegionRows(RegionBatch Regions, float[] Probabilities, float[] Deltas, int HeadCount, BoxCoder Coder, bool AreBoxesShared)
{
    /// <summary>Every class of the slice that a row's score admits, with the box that the class's own regressor gives.</summary>
    public IEnumerable<LabelCandidate> Candidates(int row, PrivilegedProposal proposal, AnnotatedImage image, LabelSpaceSlice slice, double scoreThreshold)
    {
        for (var classIndex = 0; classIndex < slice.Count; classIndex++)
        {
            var head = (row * HeadCount) + 1 + slice.Offset + classIndex;
            if (Probabilities[head] >= scoreThreshold && Decode(row, head, image.Size) is { Width: >= 1, Height: >= 1 } box)
            {
                yield return new LabelCandidate(
                    box, classIndex, Probabilities[head], AnnotationOrigin.Transferred, proposal.SourceIndex ?? LabelSelection.SourceOf(proposal.Box, image));
            }
        }
    }

    /// <summary>The best score of a row in the slice.</summary>
    public double BestScore(int row, LabelSpaceSlice slice)
    {
        var best = 0.0;
        foreach (var score in Probabilities.AsSpan((row * HeadCount) + 1 + slice.Offset, slice.Count))
        {
            best = Math.Max(best, score);
        }

        return best;
    }

    private Box? Decode(int row, int head, ImageSize size)
    {
        var box = new float[4];
        Coder.Decode(Regions.Boxes.AsSpan(row * 4, 4), Deltas.AsSpan((AreBoxesShared ? row : head) * 4, 4), box);
        return Box.IsValid(box[0], box[1], box[2], box[3]) ? new Box(box[0], box[1], box[2], box[3]).ClipTo(size) : null;
    }
}
