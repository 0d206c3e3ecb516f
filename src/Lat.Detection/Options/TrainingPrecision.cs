using System.Runtime.Serialization;

namespace Lat.Detection;

/// <summary>The type of number that a network computes in while it is trained.</summary>
public enum TrainingPrecision
{
    /// <summary>32 bits.</summary>
    [EnumMember(Value = "float32")]
    Full,

    /// <summary>
    /// 16 bits with float32's range (Kalamkar et al., 2019): no scaling of the loss is needed. Convolutions and linear layers only; norms' statistics,
    /// pooling and losses stay in 32. For GPUs and for CPUs with bfloat16 units; elsewhere it is slower.
    /// </summary>
    [EnumMember(Value = "bfloat16")]
    BFloat16,
}
