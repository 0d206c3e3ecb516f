using Lat.Core;

namespace Lat.Detection;

/// <summary>Fills a new detector from a checkpoint, as <see cref="PretrainedWeights"/> says.</summary>
public static class StartingWeights
{
    /// <summary>What published backbones have above the last map that a detector uses: classifiers, and MobileNetV2's last convolution.</summary>
    private static readonly string[] AboveBody = ["fc.", "classifier.", "head."];

    /// <summary>Nothing is changed unless everything fits.</summary>
    /// <param name="network">The detector.</param>
    /// <param name="weights">Which part, and what may differ.</param>
    /// <param name="path">Where the checkpoint lies.</param>
    /// <exception cref="LatException">The file is no checkpoint, or does not fit; all faults are listed.</exception>
    public static void Load(DetectorNetwork network, PretrainedWeights weights, string path)
    {
        using var checkpoint = CheckpointFile.Open(path);
        var (targets, names) = (NetworkState.Of(network), network.WeightNames);
        var given = checkpoint.Entries.Where(entry => !names.IsAlias(entry.Name)).Select(entry => (Name: names.Today(entry.Name), entry)).ToList();
        var isDetector = given.Any(pair => pair.Name.StartsWith(names.Body, StringComparison.Ordinal));
        var match = weights.Part == WeightsPart.Detector
            ? new WeightMatch(targets, given) { MayKeep = name => weights.SkipMismatchedHead && name.StartsWith(names.Head, StringComparison.Ordinal) }
            : new WeightMatch(
                [.. targets.Where(target => target.Name.StartsWith(names.Body, StringComparison.Ordinal))],
                isDetector ? given.Where(pair => pair.Name.StartsWith(names.Body, StringComparison.Ordinal)) : given.Select(pair => (names.Body + pair.Name, pair.entry)))
            {
                MayLeave = name => AboveBody.Any(above => name.StartsWith(names.Body + above, StringComparison.Ordinal)),
            };
        match.Load(checkpoint, path);
    }
}
