using System.Runtime.Serialization;

namespace Lat.Detection;

/// <summary>Which map of MobileNetV2 is taken as features.</summary>
public enum MobileNetMap
{
    /// <summary>After the expansion of block 13: stride 16, 576 channels.</summary>
    [EnumMember(Value = "stride-16")]
    Stride16,

    /// <summary>After the last convolution: stride 32, 1280 channels.</summary>
    [EnumMember(Value = "stride-32")]
    Stride32,
}
