namespace Lat.Detection;

/// <summary>The convolutional network below the feature pyramid.</summary>
public enum BackboneKind
{
    /// <summary>A residual network of basic blocks whose widths and depths are options; for small images and for CPUs.</summary>
    Small,

    /// <summary>ResNet-18 (He et al., 2016), torchvision's parameter names.</summary>
    ResNet18,

    /// <summary>ResNet-34, torchvision's parameter names.</summary>
    ResNet34,

    /// <summary>ResNet-50 v1.5 (stride in the 3x3 convolution), torchvision's parameter names.</summary>
    ResNet50,

    /// <summary>
    /// MobileNetV2 (Sandler et al., 2018) with batch norms folded into its convolutions. It is meant to start from weights (`weights`), takes pixels
    /// in [-1, 1] (mean and deviation 127.5 each), and hardly trains from random ones.
    /// </summary>
    [System.Runtime.Serialization.EnumMember(Value = "mobilenetv2")]
    MobileNetV2,
}
