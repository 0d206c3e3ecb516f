using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>An image of a dataset, decoded and scaled with its labels; or why it cannot be.</summary>
/// <param name="Index">Its position in the dataset.</param>
/// <param name="Image">The pixels and the labels; null where it is broken.</param>
/// <param name="Fingerprint">What tells that it is there twice; none of a broken one.</param>
/// <param name="Fault">What is wrong with it; null where nothing is.</param>
internal sealed record LoadedImage(int Index, ScaledImage? Image, ImageFingerprint Fingerprint, string? Fault)
{
    /// <summary>The images of a dataset in their order, decoded on all cores.</summary>
    /// <param name="dataset">Labels and sources.</param>
    /// <param name="maxSide">The most pixels of the longer side; null: as they are.</param>
    public static IEnumerable<LoadedImage> All(ImportedDataset dataset, int? maxSide) =>
        OrderedWork.Select(dataset.Images.Count, index => Load(dataset, index, maxSide), Environment.ProcessorCount);

    private static LoadedImage Load(ImportedDataset dataset, int index, int? maxSide)
    {
        var labels = dataset.Annotations.Images[index];
        try
        {
            var source = dataset.Images[index].Source!;
            var encoded = source.ReadBytes();
            var pixels = ImageCodec.Decode(encoded, source.Location);
            if (pixels.Size != labels.Size)
            {
                return Broken(index, $"The image at {source.Location} is {pixels.Size}, but its labels are for {labels.Size}. Download the images again.");
            }

            var scaled = ScaledImage.Of(labels, pixels, maxSide);
            return new LoadedImage(
                index, scaled, new ImageFingerprint(labels.FileName, ContentHash.Of(encoded), PerceptualHash.Of(scaled.Pixels)), null);
        }
        catch (LatException exception)
        {
            return Broken(index, exception.Message);
        }
    }

    private static LoadedImage Broken(int index, string fault) => new(index, null, default, fault);
}
