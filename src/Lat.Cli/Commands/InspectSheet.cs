using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Cli;

/// <summary>Some images of a dataset with their boxes, on one.</summary>
internal static class InspectSheet
{
    private const int MaxSide = 512;

    /// <summary>Images evenly over the dataset, each at most 512 pixels a side, crowds and ignored boxes marked.</summary>
    /// <exception cref="LatException">No image has pixels, or one is damaged.</exception>
    public static RgbImage Draw(ImportedDataset dataset, int count, int columns, IProgress<ReadProgress> progress)
    {
        var available = Enumerable.Range(0, dataset.Images.Count).Where(index => dataset.Images[index].Source is not null).ToList();
        if (available.Count == 0)
        {
            throw new LatException("There are no pixels to draw: every image of the dataset is missing. Download the images, or leave out --contact-sheet.");
        }

        count = Math.Min(count, available.Count);
        var drawn = new List<RgbImage>(count);
        for (var index = 0; index < count; index++)
        {
            progress.Report(new ReadProgress("drawing the contact sheet", index, count));
            drawn.Add(Draw(dataset, available[(int)((long)index * available.Count / count)]));
        }

        return ContactSheet.Compose(drawn, columns, gap: 4);
    }

    private static RgbImage Draw(ImportedDataset dataset, int index)
    {
        var (source, labels, space) = (dataset.Images[index].Source!, dataset.Annotations.Images[index], dataset.Annotations.LabelSpace);
        var image = ImageCodec.Decode(source.ReadBytes(), source.Location);
        if (image.Size != labels.Size)
        {
            throw new LatException($"The image at {source.Location} is {image.Size}, but its labels are for {labels.Size}. Download the dataset's images again.");
        }

        var scale = Math.Min(1.0, (double)MaxSide / Math.Max(image.Width, image.Height));
        var size = new ImageSize(Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)));
        return BoxOverlay.Draw(
            scale < 1 ? ImageResizer.Resize(image, size) : image,
            labels.Annotations.Select(label => new LabelledBox(
                label.Box.Scale((double)size.Width / image.Width, (double)size.Height / image.Height),
                Palette.ColorOf(label.ClassIndex),
                space[label.ClassIndex].Value + (label.IsCrowd ? " (crowd)" : label.IsIgnored ? " (ignored)" : ""))));
    }
}
