using System.Runtime.Serialization;

namespace Lat.Experiments.Tests;

public enum SampleBackbone
{
    Tiny,

    ResidualFifty,

    [EnumMember(Value = "vit-s16")]
    VisionTransformer,
}
