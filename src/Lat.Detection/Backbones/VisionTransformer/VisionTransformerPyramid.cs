using System.Runtime.Serialization;

namespace Lat.Detection;

/// <summary>Which strides the features of a vision transformer are kept in.</summary>
public enum VisionTransformerPyramid
{
    /// <summary>One map of stride 14, as the network gives it.</summary>
    [EnumMember(Value = "single")]
    OneMap,

    /// <summary>
    /// Maps of strides 3.5, 7, 14 and 28: ViTDet's simple feature pyramid (Li et al., 2022) on patches of 14, without what is trained in it. The finer
    /// ones are resized bilinearly, the coarsest is the maximum of 2 x 2. A frozen network has nothing that could train the deconvolutions, and random
    /// ones would only blur; so the pyramid decides where a region's samples lie, and adds no detail. It takes 21 times the disk of one map.
    /// </summary>
    [EnumMember(Value = "rescaled")]
    Rescaled,
}
