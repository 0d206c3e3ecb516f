using TorchSharp;

namespace Lat.Detection.Tests;

/// <summary>A Deformable DETR for images of 64x64 that trains in seconds.</summary>
internal static class TinyDetr
{
    public static DeformableDetrOptions Options { get; } = new()
    {
        Width = 32,
        Heads = 4,
        Levels = 3,
        EncoderLayers = 1,
        DecoderLayers = 2,
        HiddenWidth = 64,
        Queries = 8,
        EncoderPoints = 2,
        DecoderPoints = 2,
        BackboneLearningRate = 1,
    };

    public static DeformableDetr Network(DeformableDetrOptions? options = null, int classCount = 2, ulong seed = 1) =>
        new(Some.TinyDetector, options ?? Options, classCount, new Seed(seed));

    /// <summary>The losses of one layer with given numbers.</summary>
    /// <param name="logits">[N, Q, K].</param>
    /// <param name="boxes">[N, Q, 4].</param>
    /// <param name="targets">Of each image.</param>
    /// <param name="loss">What they weigh; null for the defaults.</param>
    public static IReadOnlyDictionary<string, double> Losses(torch.Tensor logits, torch.Tensor boxes, IReadOnlyList<SetTargets> targets, DetectorLossOptions? loss = null)
    {
        using var scope = torch.NewDisposeScope();
        var terms = new SetLosses(Options, loss ?? new DetectorLossOptions()).Compute([new DecodedLayer(boxes, logits, boxes)], null, targets);
        terms.Total().backward();
        return terms.Terms.ToDictionary(term => term.Name, term => (double)term.Value.item<float>(), StringComparer.Ordinal);
    }

    /// <summary>The labels of an image of 100x100.</summary>
    public static SetTargets Targets(int classCount, params Annotation[] annotations) => Targets(LabelSpaceSlice.Whole(classCount), classCount, annotations);

    public static SetTargets Targets(LabelSpaceSlice slice, int classCount, params Annotation[] annotations)
    {
        var image = new RgbImage(new ImageSize(100, 100));
        return new SetTargets(ImageTargets.From(new TrainingExample(image, [.. annotations]) { Slice = slice }, classCount), image.Size);
    }
}
