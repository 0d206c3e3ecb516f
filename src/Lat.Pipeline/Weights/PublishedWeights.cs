using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>Where weights are published (docs/weights.md has the table). Nothing is downloaded by this program.</summary>
public static class PublishedWeights
{
    private const string DinoV2 = "https://dl.fbaipublicfiles.com/dinov2/", PyTorch = "https://download.pytorch.org/models/";

    /// <summary>torchvision's backbones; each name ends with the first digits of the file's SHA-256.</summary>
    private static readonly string[] _pyTorchFiles = ["resnet18-f37072fd.pth", "resnet50-0676ba61.pth", "fasterrcnn_resnet50_fpn_coco-258fb6c6.pth"];

    /// <summary>The address of a published DINOv2 checkpoint.</summary>
    public static string Of(VisionTransformerModel model) => DinoV2 + model switch
    {
        VisionTransformerModel.Small => "dinov2_vits14/dinov2_vits14_pretrain.pth",
        VisionTransformerModel.Base => "dinov2_vitb14/dinov2_vitb14_pretrain.pth",
        VisionTransformerModel.Large => "dinov2_vitl14/dinov2_vitl14_pretrain.pth",
        VisionTransformerModel.Giant => "dinov2_vitg14/dinov2_vitg14_pretrain.pth",
        VisionTransformerModel.SmallWithRegisters => "dinov2_vits14/dinov2_vits14_reg4_pretrain.pth",
        VisionTransformerModel.BaseWithRegisters => "dinov2_vitb14/dinov2_vitb14_reg4_pretrain.pth",
        VisionTransformerModel.LargeWithRegisters => "dinov2_vitl14/dinov2_vitl14_reg4_pretrain.pth",
        VisionTransformerModel.GiantWithRegisters => "dinov2_vitg14/dinov2_vitg14_reg4_pretrain.pth",
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
    };

    /// <summary>The address of the published checkpoint of a detector that has this SHA-256; null where none is known.</summary>
    public static string? Of(string sha256) => _pyTorchFiles
        .Where(file => sha256.StartsWith(Path.GetFileNameWithoutExtension(file).Split('-')[1], StringComparison.Ordinal))
        .Select(file => PyTorch + file).FirstOrDefault();
}
