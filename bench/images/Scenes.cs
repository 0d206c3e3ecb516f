using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Bench.Images;

/// <summary>Street scenes of the size of a camera's images, and the same at training size, as JPEGs and in a pack.</summary>
internal static class Scenes
{
    public const string Pack = "small.pack";

    private const int Count = 12, Quality = 90;

    public static void Write(string folder)
    {
        var (large, small) = (Directory.CreateDirectory(Path.Combine(folder, "large")), Directory.CreateDirectory(Path.Combine(folder, "small")));
        var packed = new List<PackedImage>();
        foreach (var example in StreetsGenerator.Generate(new StreetsOptions { Images = Count, Size = new ImageSize(1600, 900) }))
        {
            var name = Path.ChangeExtension(example.FileName, ".jpg");
            var resized = ImageResizer.Resize(example.Image, new ImageSize(512, 288));
            File.WriteAllBytes(Path.Combine(large.FullName, name), ImageCodec.EncodeJpeg(example.Image, Quality));
            File.WriteAllBytes(Path.Combine(small.FullName, name), ImageCodec.EncodeJpeg(resized, Quality));
            packed.Add(new PackedImage(name, resized));
        }

        PackedImages.Write(Path.Combine(folder, Pack), packed);
    }
}
