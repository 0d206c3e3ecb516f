using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;
using Lat.Imaging;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Runs the frozen extractor over a dataset's training images once and keeps the maps, so that LAT training never runs it.</summary>
/// <param name="name">The node's name.</param>
/// <param name="levels">How many levels of the pyramid are kept, from the finest.</param>
/// <param name="extractor">The node of the extractor.</param>
/// <param name="import">The node of the images.</param>
/// <param name="threads">Threads inside one operator.</param>
/// <param name="mirrors">Whether it is the mirror images whose maps are kept, under the images' names.</param>
public sealed class FeaturesStage(string name, int levels, string extractor, string import, int threads, bool mirrors) : Stage(name)
{
    /// <summary>The maps.</summary>
    public const string Features = "features.bin";

    public override string Kind => "features";

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("extractor.levels", levels).Concat(SpecFields.Flatten("threads", threads)).Concat(SpecFields.Flatten("mirrors", mirrors)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("images", import, DatasetFiles.Images),
        new StageInput("weights", extractor, DetectorFolder.WeightsFile),
        new StageInput("description", extractor, DetectorFolder.DescriptionFile),
    ];

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        torch.set_num_threads(threads);
        using var extractor = FeatureExtractor.Load(context.Input("weights"), context.Input("description"), torch.device(context.Device));
        using var images = PackedImages.Open(context.Input("images"));
        StoredFeatures.Write(images, context.Output(Features), extractor.Strides, mirrors, batch => [.. extractor.Extract(batch).Take(levels)]);
        context.Report(FormattableString.Invariant($"{images.Count} images, {new FileInfo(context.Output(Features)).Length >> 20} MiB of features"));
        return [Features];
    }
}
