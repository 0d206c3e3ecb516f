using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Transfer;

/// <summary>The rival `lgpl`: puts the source's own boxes and classes through the transfer head; what it keeps, where it draws it, are the labels.</summary>
public static class LabelGuidedTransfer
{
    private const int ImagesPerBatch = 16; // does not change a result: every box stands alone

    /// <summary>Labels all images of a source that is in memory. Arguments as of <see cref="Label"/>.</summary>
    public static AnnotationSet Transfer(
        LabelGuidedModel model, LabelGuidedOptions options, SharedClasses shared, AnnotationSet source, IFeatureSource features,
        KeyValuePair<DatasetName, LabelSpace> target, TransferOptions selection, torch.Device device) =>
        new(target.Value, Label(model, options, shared, source.Images, features, target, selection, device));

    /// <summary>Labels a source's images one pass of the head after the other: no more of them are held than a pass takes.</summary>
    /// <param name="model">The trained head.</param>
    /// <param name="options">The thresholds.</param>
    /// <param name="shared">The classes that both spaces have; boxes of others get no label.</param>
    /// <param name="source">The source's images and annotations.</param>
    /// <param name="features">The frozen features of those images.</param>
    /// <param name="target">The target, and its label space.</param>
    /// <param name="selection">Non-maximum suppression and the most labels of an image.</param>
    /// <param name="device">Where the model is.</param>
    /// <returns>The images in their order with their labels in the target's space, made while they are gone through.</returns>
    public static IEnumerable<AnnotatedImage> Label(
        LabelGuidedModel model, LabelGuidedOptions options, SharedClasses shared, IEnumerable<AnnotatedImage> source, IFeatureSource features,
        KeyValuePair<DatasetName, LabelSpace> target, TransferOptions selection, torch.Device device)
    {
        var space = Concatenation(shared);
        var thresholds = ClassThreshold.Of(options.ClassThresholds, target.Key, target.Value, options.ScoreThreshold);
        foreach (var images in source.Chunk(ImagesPerBatch))
        {
            var boxes = images.Select(image => BoxesOf(image, shared)).ToList();
            var regions = new RegionBatch(boxes, space);
            var rows = regions.Count == 0 ? null : Run(model, options, FeatureBatch.Read([.. images.Select(image => (features, image.FileName))]), regions, device);
            var row = 0;
            for (var image = 0; image < images.Length; image++)
            {
                var candidates = boxes[image].SelectMany(box => rows!.Candidates(row++, box, images[image], LabelSpaceSlice.Whole(1), 0)
                    .Select(candidate => candidate with { ClassIndex = shared.InTarget(GivenTo(box)) })).ToList();
                yield return images[image] with { Annotations = LabelSelection.Select(candidates, selection, thresholds).Labels };
            }
        }
    }

    /// <summary>The shared classes as a concatenation of one.</summary>
    internal static ConcatenatedLabelSpace Concatenation(SharedClasses shared) => new([KeyValuePair.Create(new DatasetName("shared"), shared.Space)]);

    /// <summary>A box with the class that is given with it.</summary>
    internal static PrivilegedProposal Guided(Box box, int given, int classCount, int? sourceIndex)
    {
        var scores = new float[classCount];
        scores[given] = 1;
        return new PrivilegedProposal(box, 0, EquatableArray.Create<float>(scores), 1) { SourceIndex = sourceIndex };
    }

    private static List<PrivilegedProposal> BoxesOf(AnnotatedImage image, SharedClasses shared) =>
        [.. from index in Enumerable.Range(0, image.Annotations.Count)
            let annotation = image.Annotations[index]
            let given = shared.OfSource(annotation.ClassIndex)
            where given is not null && annotation is { IsCrowd: false, IsIgnored: false, Box: { Width: >= 1, Height: >= 1 } }
            select Guided(annotation.Box, given.Value, shared.Space.Count, index)];

    private static int GivenTo(PrivilegedProposal box)
    {
        var scores = box.ClassScores.AsSpan();
        return scores.IndexOf(1f);
    }

    private static RegionRows Run(LabelGuidedModel model, LabelGuidedOptions options, FeatureBatch features, RegionBatch regions, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        using var inference = torch.inference_mode();
        var (logits, deltas) = model.forward(features.ToDevice(device), regions);
        using var probabilities = torch.nn.functional.softmax(logits, 1).cpu().data<float>();
        using var offsets = deltas.cpu().data<float>();
        return new RegionRows(regions, probabilities.ToArray(), offsets.ToArray(), 2, new BoxCoder(options.BoxWeights), AreBoxesShared: true);
    }
}
