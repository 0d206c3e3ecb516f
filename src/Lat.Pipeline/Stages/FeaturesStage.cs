using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;
using Lat.Imaging;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Runs the frozen extractor over a dataset's training images once and keeps the maps, so that LAT training never runs it.</summary>
/// <param name="name">The node's name.</param>
/// <param name="levels">How many levels of the pyramid are kept, from the finest.</param>
/// <param name="extractor">The node of the extractor.</param>
/// <param name="import">The node of the images.</param>
/// <param name="threads">Threads inside one operator.</param>
public sealed class FeaturesStage(string name, int levels, string extractor, string import, int threads) : Stage(name)
{
    /// <summary>The maps.</summary>
    public const string Features = "features.bin";

    private const int ImagesPerBatch = 8; // does not change a result: evaluation treats each image by itself

    public override string Kind => "features";

    protected override int Revision => 1;

    protected override EquatableArray<string> Code => ["Lat.Core", "Lat.Imaging", "Lat.Detection", "Lat.Transfer"];

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("extractor.levels", levels).Concat(SpecFields.Flatten("threads", threads)).ToEquatableArray();

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
        FeatureFileWriter? writer = null;
        try
        {
            foreach (var batch in Enumerable.Range(0, images.Count).Chunk(ImagesPerBatch))
            {
                using var scope = torch.NewDisposeScope();
                var maps = extractor.Extract([.. batch.Select(images.Read)]).Take(levels).Select(map => map.to(torch.float16).cpu().contiguous()).ToList();
                writer ??= new FeatureFileWriter(context.Output(Features), Shapes(maps, extractor.Strides));
                for (var slot = 0; slot < batch.Length; slot++)
                {
                    writer.Add(images.FileNames[batch[slot]], Bytes(maps, slot));
                }
            }

            writer?.Complete();
        }
        finally
        {
            writer?.Dispose();
        }

        context.Report(FormattableString.Invariant($"{images.Count} images, {new FileInfo(context.Output(Features)).Length >> 20} MiB of features"));
        return [Features];
    }

    private static EquatableArray<FeatureShape> Shapes(IReadOnlyList<torch.Tensor> maps, IReadOnlyList<int> strides) => maps
        .Select((map, level) => new FeatureShape((int)map.shape[1], (int)map.shape[2], (int)map.shape[3], strides[level])).ToEquatableArray();

    private static byte[] Bytes(IReadOnlyList<torch.Tensor> maps, int slot)
    {
        using var bytes = new MemoryStream();
        foreach (var map in maps)
        {
            using var own = map[slot].contiguous();
            bytes.Write(own.bytes);
        }

        return bytes.ToArray();
    }
}
