using Lat.Artifacts;
using Lat.Core;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>The features of a dataset's training images from a network that was trained elsewhere; its file counts by content.</summary>
/// <param name="name">The node's name.</param>
/// <param name="spec">The network, its file, and what of it is kept.</param>
/// <param name="import">The node of the images.</param>
/// <param name="threads">Threads inside one operator.</param>
/// <param name="mirrors">Whether it is the mirror images whose maps are kept, under the images' names.</param>
public sealed class PretrainedFeaturesStage(string name, PretrainedExtractorSpec spec, string import, int threads, bool mirrors) : Stage(name)
{
    public override string Kind => "features";

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("extractor.pretrained", spec).Concat(SpecFields.Flatten("threads", threads)).Concat(SpecFields.Flatten("mirrors", mirrors)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => [new StageInput("images", import, DatasetFiles.Images)];

    protected override EquatableArray<ExternalInput> ExternalInputs => [WeightsInput.Of(spec.File, spec.Sha256)];

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        torch.set_num_threads(threads);
        var path = context.Output(FeaturesStage.Features);
        using var features = new PretrainedFeatures(spec, context.Input(WeightsInput.Name), context.Input("images"), context.Device, threads, mirrors);
        var estimate = new ByteSize(features.ByteCount);
        context.Report(FormattableString.Invariant($"{features.Images.Count} images, {estimate} of features: {string.Join(", ", features.Levels.Select(Describe))} each"));
        if (spec.DiskBudget is { } budget && estimate > ByteSize.Parse(budget))
        {
            context.Report($"more than the budget of {ByteSize.Parse(budget)}: they are computed whenever they are needed");
            FeatureShapesFile.Write(path, features.Levels);
            return [FeaturesStage.Features];
        }

        RequireSpace(estimate, context.WorkDirectory);
        using var writer = new FeatureFileWriter(path, features.Levels);
        for (var index = 0; index < features.Images.Count; index++)
        {
            writer.Add(features.Images.FileNames[index], features.Of(index));
        }

        writer.Complete();
        return [FeaturesStage.Features];
    }

    private static string Describe(FeatureShape level) =>
        FormattableString.Invariant($"{level.Channels} x {level.Height} x {level.Width} at stride {level.Stride}");

    private static void RequireSpace(ByteSize estimate, string folder)
    {
        var free = new ByteSize(new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace);
        if (estimate > free)
        {
            throw new LatException(
                $"The features take {estimate}, and the disk of '{folder}' has {free} free. Make room, give a store on another disk (--store), "
                + "or set extractor.pretrained.diskBudget, so that they are computed whenever they are needed.");
        }
    }
}
