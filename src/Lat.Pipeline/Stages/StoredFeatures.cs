using Lat.Core;
using Lat.Imaging;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Runs an extractor over packed images and stores the maps, all of the size that the largest image needs, zero beyond an image's own.</summary>
internal static class StoredFeatures
{
    private const int ImagesPerBatch = 8, Divisor = 32;

    /// <summary>The size that holds every image of a pack and that every stride divides: both sides are multiples of the divisor.</summary>
    public static ImageSize CanvasOf(PackedImages images, int divisor = Divisor)
    {
        var sizes = Enumerable.Range(0, images.Count).Select(images.SizeOf).ToList();
        return new ImageSize(RoundUp(sizes.Max(size => size.Width), divisor), RoundUp(sizes.Max(size => size.Height), divisor));
    }

    /// <param name="images">At least one.</param>
    /// <param name="path">The feature file.</param>
    /// <param name="strides">Pixels of the image per pixel of each map.</param>
    /// <param name="mirrors">Whether the maps are those of the mirror images.</param>
    /// <param name="extract">Gives the maps of a batch, [N, C, h, w] for each stride.</param>
    public static void Write(
        PackedImages images, string path, IReadOnlyList<int> strides, bool mirrors, Func<IReadOnlyList<RgbImage>, IReadOnlyList<torch.Tensor>> extract)
    {
        var canvas = CanvasOf(images);
        FeatureFileWriter? writer = null;
        try
        {
            foreach (var batch in Enumerable.Range(0, images.Count).Chunk(ImagesPerBatch))
            {
                using var scope = torch.NewDisposeScope();
                var maps = extract([.. batch.Select(index => Read(images, index, mirrors))])
                    .Select((map, level) => Placed(map, canvas, strides[level]).to(torch.float16).cpu().contiguous()).ToList();
                writer ??= new FeatureFileWriter(path, Shapes(maps, strides));
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
    }

    /// <summary>An image of a pack, or its mirror image.</summary>
    public static RgbImage Read(PackedImages images, int index, bool mirrors)
    {
        var image = images.Read(index);
        if (mirrors)
        {
            HorizontalFlip.Apply(image);
        }

        return image;
    }

    private static int RoundUp(int side, int divisor) => (side + divisor - 1) / divisor * divisor;

    /// <summary>A map [N, C, h, w] with zeros at its right and lower side up to a canvas.</summary>
    public static torch.Tensor Placed(torch.Tensor map, ImageSize canvas, double stride)
    {
        var (height, width) = ((long)(canvas.Height / stride), (long)(canvas.Width / stride));
        return map.shape[2] == height && map.shape[3] == width
            ? map
            : torch.nn.functional.pad(map, [0, width - map.shape[3], 0, height - map.shape[2]]);
    }

    private static EquatableArray<FeatureShape> Shapes(IReadOnlyList<torch.Tensor> maps, IReadOnlyList<int> strides) => maps
        .Select((map, level) => new FeatureShape((int)map.shape[1], (int)map.shape[2], (int)map.shape[3], strides[level])).ToEquatableArray();

    /// <summary>The maps of one image of a batch, one after the other.</summary>
    public static byte[] Bytes(IReadOnlyList<torch.Tensor> maps, int slot)
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
