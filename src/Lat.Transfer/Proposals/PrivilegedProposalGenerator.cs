using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// Builds an image's proposals from its own annotations and from the detectors' predictions in every label space (paper, section 3.2.1).
/// </summary>
public sealed class PrivilegedProposalGenerator(ConcatenatedLabelSpace spaces, PrivilegedProposalOptions options)
{
    /// <summary>The proposals of a training image: own annotations jittered and thinned, and pseudo-labels.</summary>
    /// <param name="image">The image and its own annotations. Crowds and ignored boxes are no proposals.</param>
    /// <param name="own">The image's own dataset, as an index into the concatenation.</param>
    /// <param name="pseudoLabels">The predictions on the image, [N], by dataset; null where there are none.</param>
    /// <param name="random">The image's own draws.</param>
    public IReadOnlyList<PrivilegedProposal> ForTraining(
        AnnotatedImage image, int own, IReadOnlyList<ImageDetections?> pseudoLabels, RandomStream random)
    {
        var proposals = new List<PrivilegedProposal>();
        foreach (var proposal in OwnAnnotations(image, own))
        {
            // Every draw is made for every box, so that one option's value does not shift another's draws.
            var (removed, jittered, classHidden) =
                (random.NextBool(options.RemovalProbability), random.NextBool(options.JitterProbability), random.NextBool(options.ClassDropOut));
            var box = Jitter(proposal.Box, image.Size, random);
            if (!removed && options.OwnSpace != OwnSpaceProposals.PseudoLabels)
            {
                proposals.Add(proposal with
                {
                    Box = jittered ? box : proposal.Box,
                    ClassScores = classHidden ? Even(spaces[own].Count) : proposal.ClassScores,
                });
            }
        }

        var hardened = random.NextBool(options.HardenProbability);
        for (var dataset = 0; dataset < spaces.DatasetCount; dataset++)
        {
            if (dataset == own && options.OwnSpace == OwnSpaceProposals.GroundTruth)
            {
                continue;
            }

            var known = PseudoLabels(pseudoLabels[dataset], dataset);
            proposals.AddRange(hardened && dataset != own ? known.Select(Harden) : known);
        }

        return Best(proposals);
    }

    /// <summary>The proposals of an image whose labels are to be transferred: its own annotations as they are, and pseudo-labels of the other spaces.</summary>
    public IReadOnlyList<PrivilegedProposal> ForTransfer(AnnotatedImage image, int own, IReadOnlyList<ImageDetections?> pseudoLabels)
    {
        var proposals = new List<PrivilegedProposal>(OwnAnnotations(image, own));
        for (var dataset = 0; dataset < spaces.DatasetCount; dataset++)
        {
            if (dataset != own)
            {
                proposals.AddRange(PseudoLabels(pseudoLabels[dataset], dataset));
            }
        }

        return Best(proposals);
    }

    private IEnumerable<PrivilegedProposal> OwnAnnotations(AnnotatedImage image, int own)
    {
        for (var index = 0; index < image.Annotations.Count; index++)
        {
            var annotation = image.Annotations[index];
            if (!annotation.IsCrowd && !annotation.IsIgnored && annotation.Box is { Width: >= 1, Height: >= 1 })
            {
                yield return new PrivilegedProposal(annotation.Box, own, OneHot(annotation.ClassIndex, spaces[own].Count), 1) { SourceIndex = index };
            }
        }
    }

    private IEnumerable<PrivilegedProposal> PseudoLabels(ImageDetections? detections, int dataset) =>
        from detection in detections?.Detections ?? []
        where detection.Score >= options.PseudoLabelThreshold && detection.Box is { Width: >= 1, Height: >= 1 }
        select new PrivilegedProposal(detection.Box, dataset, detection.ClassScores, (float)detection.Score);

    private List<PrivilegedProposal> Best(List<PrivilegedProposal> proposals) =>
        proposals.Count <= options.MaximumProposals
            ? proposals
            : [.. proposals.OrderByDescending(proposal => proposal.Confidence).Take(options.MaximumProposals)];

    private Box Jitter(Box box, ImageSize size, RandomStream random)
    {
        var (dx1, dy1, dx2, dy2) = (random.NextGaussian(), random.NextGaussian(), random.NextGaussian(), random.NextGaussian());
        var (x, y) = (options.JitterSigma * box.Width, options.JitterSigma * box.Height);
        var (x1, y1) = (Math.Clamp(box.X1 + (dx1 * x), 0, size.Width - 1), Math.Clamp(box.Y1 + (dy1 * y), 0, size.Height - 1));
        return new Box(x1, y1, Math.Clamp(box.X2 + (dx2 * x), x1 + 1, size.Width), Math.Clamp(box.Y2 + (dy2 * y), y1 + 1, size.Height));
    }

    private static PrivilegedProposal Harden(PrivilegedProposal proposal)
    {
        var scores = proposal.ClassScores.AsSpan();
        var best = 0;
        for (var index = 1; index < scores.Length; index++)
        {
            best = scores[index] > scores[best] ? index : best;
        }

        return proposal with { ClassScores = OneHot(best, scores.Length), Confidence = 1 };
    }

    private static EquatableArray<float> OneHot(int index, int count)
    {
        var scores = new float[count];
        scores[index] = 1;
        return EquatableArray.Create<float>(scores);
    }

    private static EquatableArray<float> Even(int count) => Enumerable.Repeat(1f / count, count).ToEquatableArray();
}
