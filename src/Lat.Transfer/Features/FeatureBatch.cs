using Lat.Core;
using TorchSharp;

namespace Lat.Transfer;

/// <summary>The frozen features of a batch of images, read into managed memory: made on a background thread, sent to the device by the training thread.</summary>
public sealed class FeatureBatch
{
    private readonly byte[][] _levels;
    private readonly EquatableArray<FeatureShape> _shapes;

    private FeatureBatch(int count, byte[][] levels, EquatableArray<FeatureShape> shapes) => (Count, _levels, _shapes) = (count, levels, shapes);

    /// <summary>N.</summary>
    public int Count { get; }

    /// <summary>Reads the maps of some images. Maps smaller than the largest of the batch are padded with zeros at the right and the bottom.</summary>
    /// <param name="images">Where the maps of each image come from, and its name; all sources have the same channels and strides.</param>
    public static FeatureBatch Read(IReadOnlyList<(IFeatureSource Source, string FileName)> images)
    {
        var shapes = Largest(images.Select(image => image.Source.Levels));
        var levels = shapes.Select(shape => new byte[images.Count * shape.Count * 2]).ToArray();
        byte[] whole = [];
        for (var image = 0; image < images.Count; image++)
        {
            var (source, name) = images[image];
            if (levels.Length == 1 && source.Levels[0] == shapes[0])
            {
                source.Read(name, levels[0].AsSpan(image * shapes[0].Count * 2, source.ByteCount));
                continue;
            }

            whole = whole.Length >= source.ByteCount ? whole : new byte[source.ByteCount];
            source.Read(name, whole);
            var start = 0;
            for (var level = 0; level < levels.Length; level++)
            {
                var own = source.Levels[level];
                Place(whole.AsSpan(start, own.Count * 2), own, levels[level].AsSpan(image * shapes[level].Count * 2), shapes[level]);
                start += own.Count * 2;
            }
        }

        return new FeatureBatch(images.Count, levels, shapes);
    }

    /// <summary>Each level [N, C, h, w] float; the caller's dispose scope owns them.</summary>
    public IReadOnlyList<torch.Tensor> ToDevice(torch.Device device)
    {
        var tensors = new List<torch.Tensor>(_levels.Length);
        for (var level = 0; level < _levels.Length; level++)
        {
            var shape = _shapes[level];
            using var half = torch.empty([Count, shape.Channels, shape.Height, shape.Width], torch.float16);
            half.bytes = _levels[level];
            using var moved = half.to(device);
            tensors.Add(moved.to(torch.float32));
        }

        return tensors;
    }

    private static EquatableArray<FeatureShape> Largest(IEnumerable<EquatableArray<FeatureShape>> files) => files
        .Aggregate((left, right) => left.Select(level => (level.Channels, level.Stride)).SequenceEqual(right.Select(level => (level.Channels, level.Stride)))
            ? left.Zip(right, (a, b) => a with { Height = Math.Max(a.Height, b.Height), Width = Math.Max(a.Width, b.Width) }).ToEquatableArray()
            : throw new LatException("The features of the datasets come from different extractors. Run the features stage again."));

    private static void Place(ReadOnlySpan<byte> from, FeatureShape own, Span<byte> to, FeatureShape padded)
    {
        if (own == padded)
        {
            from.CopyTo(to);
            return;
        }

        for (var row = 0; row < own.Channels * own.Height; row++)
        {
            var (channel, y) = (row / own.Height, row % own.Height);
            from.Slice(row * own.Width * 2, own.Width * 2).CopyTo(to[(((channel * padded.Height) + y) * padded.Width * 2)..]);
        }
    }
}
