using System.Runtime.Serialization;

namespace Lat.Detection;

/// <summary>
/// The published DINOv2 networks (Oquab et al., 2023; with registers: Darcet et al., 2024), by the names that they have in the original. All have
/// patches of 14 x 14 pixels and position embeddings for 37 x 37 patches.
/// </summary>
public enum VisionTransformerModel
{
    /// <summary>ViT-S: 384 channels, 12 blocks.</summary>
    [EnumMember(Value = "vits14")]
    Small,

    /// <summary>ViT-B: 768 channels, 12 blocks.</summary>
    [EnumMember(Value = "vitb14")]
    Base,

    /// <summary>ViT-L: 1024 channels, 24 blocks.</summary>
    [EnumMember(Value = "vitl14")]
    Large,

    /// <summary>ViT-g: 1536 channels, 40 blocks with SwiGLU.</summary>
    [EnumMember(Value = "vitg14")]
    Giant,

    /// <summary>ViT-S with 4 registers.</summary>
    [EnumMember(Value = "vits14_reg")]
    SmallWithRegisters,

    /// <summary>ViT-B with 4 registers.</summary>
    [EnumMember(Value = "vitb14_reg")]
    BaseWithRegisters,

    /// <summary>ViT-L with 4 registers.</summary>
    [EnumMember(Value = "vitl14_reg")]
    LargeWithRegisters,

    /// <summary>ViT-g with 4 registers.</summary>
    [EnumMember(Value = "vitg14_reg")]
    GiantWithRegisters,
}
