using Lat.Core;

namespace Lat.Detection;

/// <summary>Fills a new detector from a checkpoint, as <see cref="PretrainedWeights"/> says.</summary>
public static class StartingWeights
{
    private const string Body = "backbone.body.", Head = "roi_heads.box_predictor.";

    /// <summary>What published backbones have above the last map that a detector uses: classifiers, and MobileNetV2's last convolution.</summary>
    private static readonly string[] AboveBody = ["fc.", "classifier.", "head."];

    /// <summary>Nothing is changed unless everything fits.</summary>
    /// <param name="network">The detector.</param>
    /// <param name="weights">Which part, and what may differ.</param>
    /// <param name="path">Where the checkpoint lies.</param>
    /// <exception cref="LatException">The file is no checkpoint, or does not fit; all faults are listed.</exception>
    public static void Load(FasterRcnn network, PretrainedWeights weights, string path)
    {
        using var checkpoint = CheckpointFile.Open(path);
        var targets = NetworkState.Of(network);
        var given = checkpoint.Entries.Select(entry => (Name: PublishedNames.Today(entry.Name), entry)).ToList();
        var isDetector = given.Any(pair => pair.Name.StartsWith(Body, StringComparison.Ordinal));
        var match = weights.Part == WeightsPart.Detector
            ? new WeightMatch(targets, given) { MayKeep = name => weights.SkipMismatchedHead && name.StartsWith(Head, StringComparison.Ordinal) }
            : new WeightMatch(
                [.. targets.Where(target => target.Name.StartsWith(Body, StringComparison.Ordinal))],
                isDetector ? given.Where(pair => pair.Name.StartsWith(Body, StringComparison.Ordinal)) : given.Select(pair => (Body + pair.Name, pair.entry)))
            {
                MayLeave = name => AboveBody.Any(above => name.StartsWith(Body + above, StringComparison.Ordinal)),
            };
        match.Load(checkpoint, path);
    }
}
