using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Bench.Images;

/// <summary>The same cases as in peer.py, over the same files.</summary>
internal static class Cases
{
    private const int Photos = 40;

    public static Dictionary<string, Action> From(string folder)
    {
        var (large, small, photos) = (Read(Path.Combine(folder, "large")), Read(Path.Combine(folder, "small")), ReadPhotos());
        var pack = PackedImages.Open(Path.Combine(folder, Scenes.Pack));
        var scenes = 0;
        return new Dictionary<string, Action>
        {
            ["decode"] = () => ForEach(large, bytes => ImageCodec.Decode(bytes, "image")),
            ["decode-resize-1333"] = () => ForEach(large, bytes => ImageResizer.Resize(ImageCodec.Decode(bytes, "image"), new ImageSize(1333, 750))),
            ["decode-resize-512"] = () => ForEach(large, bytes => ImageResizer.Resize(ImageCodec.Decode(bytes, "image"), new ImageSize(512, 288))),
            ["photos-decode-resize-256"] = () => ForEach(photos, bytes =>
            {
                var image = ImageCodec.Decode(bytes, "image");
                ImageResizer.Resize(image, new ImageSize(256, Math.Max(1, image.Height * 256 / image.Width)));
            }),
            ["pack-or-decode"] = () =>
            {
                for (var index = 0; index < pack.Count; index++)
                {
                    pack.Read(index);
                }
            },
            ["pack-or-own-decode"] = () => ForEach(small, bytes => ImageCodec.Decode(bytes, "image")),
            ["render-scene"] = () => StreetsGenerator.GenerateOne(new StreetsOptions(), scenes++ % 64),
        };
    }

    private static void ForEach(byte[][] files, Action<byte[]> body)
    {
        foreach (var file in files)
        {
            body(file);
        }
    }

    private static byte[][] Read(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    /// <summary>Real photographs, where the test data are at hand.</summary>
    private static byte[][] ReadPhotos() => Environment.GetEnvironmentVariable("LAT_TEST_DATA") is { } data
        ? [.. Directory.GetFiles(Path.Combine(data, "voc-street", "JPEGImages")).Order(StringComparer.Ordinal).Take(Photos).Select(File.ReadAllBytes)]
        : [];
}
