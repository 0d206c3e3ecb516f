using Lat.Core;
using Lat.Imaging;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>The images that the page shows, small enough that the page stays below 5 MB for three datasets.</summary>
internal static class ReportImages
{
    private const int LongestSide = 512;
    private const int Quality = 82;
    private const int Typical = 4;
    private const int Disputed = 4;

    /// <param name="transfers">The labels.</param>
    /// <param name="packOf">Where the pixels of a dataset lie; null where they are not at hand.</param>
    public static ViewerContent Sample(IEnumerable<ViewerSource> transfers, Func<DatasetName, string?> packOf)
    {
        var taken = transfers.Where(transfer => packOf(transfer.Source) is not null).Select(transfer => ViewerSample.Take(transfer, Typical, Disputed)).ToList();
        var images = from source in taken.GroupBy(transfer => transfer.Source)
                     from image in Encode(source.Key, packOf(source.Key)!, source.SelectMany(transfer => transfer.Items).Select(item => item.FileName))
                     select image;
        return new ViewerContent(images.ToEquatableArray(), taken.ToEquatableArray());
    }

    private static IEnumerable<ViewerImage> Encode(DatasetName dataset, string pack, IEnumerable<string> names)
    {
        using var images = PackedImages.Open(pack);
        foreach (var name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (images.IndexOf(name) is { } position)
            {
                var pixels = images.Read(position);
                yield return new ViewerImage(dataset, name, pixels.Size, ImageCodec.EncodeJpeg(ImageResizer.Resize(pixels, Small(pixels.Size)), Quality).ToEquatableArray());
            }
        }
    }

    private static ImageSize Small(ImageSize size)
    {
        var scale = Math.Min(1, (double)LongestSide / Math.Max(size.Width, size.Height));
        return new ImageSize(Math.Max(1, (int)Math.Round(size.Width * scale)), Math.Max(1, (int)Math.Round(size.Height * scale)));
    }
}
