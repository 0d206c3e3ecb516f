using System.Runtime.Serialization;

namespace Lat.Pipeline;

/// <summary>A network trained elsewhere whose features can stand in for the paper's vision foundation model.</summary>
public enum PretrainedExtractorKind
{
    /// <summary>MobileNetV2 with folded batch norms (docs/weights.md says which names the file has).</summary>
    [EnumMember(Value = "mobilenetv2")]
    MobileNetV2,

    /// <summary>DINOv2, the paper's vision foundation model, in its published checkpoints.</summary>
    [EnumMember(Value = "dinov2")]
    DinoV2,
}
