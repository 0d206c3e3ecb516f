using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// Builds an image's proposals from its own annotations and from the detectors' predictions in every label space (paper, section 3.2.1).
/// </summary>
/// <param name="spaces">The label spaces of all datasets.</param>
/// <param name="options">What is shown, and how.</param>
/// <param name="thresholds">The least scores of pseudo-labels; null for those that the options name.</param>
public sealed class PrivilegedProposalGenerator(
    ConcatenatedLabelSpace spaces, PrivilegedProposalOptions options, ProposalThresholds? thresholds = null)
{
    private readonly ProposalThresholds _thresholds = thresholds ?? ProposalThresholds.Of(spaces, options);
    private readonly BoxJitter _jitter = new(options.JitterSigma, options.JitterLimit);

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
            var box = _jitter.Apply(proposal.Box, image.Size, random);
            if (!removed && options.OwnSpace.HasGroundTruth())
            {
                proposals.Add(proposal with
                {
                    Box = jittered ? box : proposal.Box,
                    ClassScores = classHidden ? Even(spaces[own].Count) : proposal.ClassScores,
                    IsHeeded = options.HeedGroundTruth,
                });
            }
        }

        var hardened = random.NextBool(options.HardenProbability);
        for (var dataset = 0; dataset < spaces.DatasetCount; dataset++)
        {
            if (dataset == own && !options.OwnSpace.HasPredictions())
            {
                continue;
            }

            var known = PseudoLabels(pseudoLabels[dataset], dataset);
            proposals.AddRange(hardened && dataset != own ? known.Select(Harden) : known);
        }

        proposals.AddRange(Background(image.Size, own, random));
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
        where detection.Score >= _thresholds[dataset, detection.ClassIndex] && detection.Box is { Width: >= 1, Height: >= 1 }
        select new PrivilegedProposal(detection.Box, dataset, detection.ClassScores, (float)detection.Score);

    private List<PrivilegedProposal> Best(List<PrivilegedProposal> proposals) =>
        proposals.Count <= options.MaximumProposals
            ? proposals
            : [.. proposals.OrderByDescending(proposal => proposal.Confidence).Take(options.MaximumProposals)];

    /// <summary>Drawn last, so that they shift no other draw.</summary>
    private IEnumerable<PrivilegedProposal> Background(ImageSize size, int own, RandomStream random)
    {
        var nothing = EquatableArray.Create<float>(new float[spaces[own].Count]);
        for (var box = 0; box < options.BackgroundBoxes; box++)
        {
            yield return new PrivilegedProposal(BackgroundBox.Draw(size, random), own, nothing, (float)options.BackgroundConfidence);
        }
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
