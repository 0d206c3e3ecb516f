using Lat.Core;

namespace Lat.Imaging;

/// <summary>Many images on one, in rows.</summary>
public static class ContactSheet
{
    private static readonly RgbColor Ground = new(32, 32, 32);

    /// <summary>Images in reading order, each at the upper left of a cell as large as the largest of them.</summary>
    /// <param name="images">At least one.</param>
    /// <param name="columns">Cells a row.</param>
    /// <param name="gap">Dark pixels between cells and around the sheet.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static RgbImage Compose(IEnumerable<RgbImage> images, int columns, int gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        var list = images.ToList();
        if (list.Count == 0)
        {
            throw new ArgumentException("A contact sheet needs at least one image.", nameof(images));
        }

        columns = Math.Min(columns, list.Count);
        var rows = (list.Count + columns - 1) / columns;
        var (stepX, stepY) = (list.Max(image => image.Width) + gap, list.Max(image => image.Height) + gap);
        var sheet = new RgbImage(new ImageSize((columns * stepX) + gap, (rows * stepY) + gap));
        Ground.Fill(sheet.Pixels);
        for (var i = 0; i < list.Count; i++)
        {
            list[i].CopyTo(sheet, gap + (i % columns * stepX), gap + (i / columns * stepY));
        }

        return sheet;
    }
}
