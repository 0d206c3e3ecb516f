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
}
