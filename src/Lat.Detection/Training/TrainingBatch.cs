namespace Lat.Detection;

/// <summary>A batch as the background prepares it.</summary>
/// <param name="Pixels">The images; owned.</param>
/// <param name="Targets">What is to be found in each.</param>
internal sealed record TrainingBatch(PackedPixels Pixels, IReadOnlyList<ImageTargets> Targets) : IDisposable
{
    /// <summary>The batch of some examples for a network.</summary>
    public static TrainingBatch Of(IReadOnlyList<TrainingExample> examples, DetectorNetwork network, bool objectnessOnly) => new(
        PackedPixels.Pack([.. examples.Select(example => example.Image)], network.Options, network.SizeDivisor),
        [.. examples.Select(example => ImageTargets.From(example, network.ClassCount, objectnessOnly))]);

    public void Dispose() => Pixels.Dispose();
}
