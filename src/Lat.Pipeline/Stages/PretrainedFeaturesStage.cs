using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;
using Lat.Imaging;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>The features of a dataset's training images from a network that was trained elsewhere; its file counts by content.</summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network, its file, and the map that is kept.</param>
/// <param name="import">The node of the images.</param>
/// <param name="threads">Threads inside one operator.</param>
public sealed class PretrainedFeaturesStage(string name, PretrainedExtractorSpec spec, string import, int threads) : Stage(name)
{
    public override string Kind => "features";

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("extractor.pretrained", spec).Concat(SpecFields.Flatten("threads", threads)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => [new StageInput("images", import, DatasetFiles.Images)];

    protected override EquatableArray<ExternalInput> ExternalInputs => [WeightsInput.Of(spec.File, spec.Sha256)];

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        torch.set_num_threads(threads);
        using var extractor = MobileNetExtractor.Load(context.Input(WeightsInput.Name), spec.Map, torch.device(context.Device));
        using var images = PackedImages.Open(context.Input("images"));
        var canvas = StoredFeatures.CanvasOf(images);
        StoredFeatures.Write(images, context.Output(FeaturesStage.Features), [extractor.Stride], batch => [extractor.Extract(batch, canvas)]);
        context.Report(FormattableString.Invariant($"{images.Count} images, one map of stride {extractor.Stride} each"));
        return [FeaturesStage.Features];
    }
}
