using Lat.Core;
using Lat.Detection;

namespace Lat.Bench.Extractor;

/// <summary>The image and the weights that peer.py wrote.</summary>
internal static class Scene
{
    public static ImageSize Size { get; } = new(560, 280);

    public static RgbImage Image(string folder)
    {
        var image = new RgbImage(Size);
        File.ReadAllBytes(Path.Combine(folder, "pixels")).CopyTo(image.Pixels, 0);
        return image;
    }

    public static VisionTransformerExtractor Extractor(string folder) => VisionTransformerExtractor.Load(
        Path.Combine(folder, "vits14.pth"), VisionTransformerModel.Small, [], VisionTransformerPyramid.OneMap, TorchSharp.torch.CPU);
}
