using Lat.Core;

namespace Lat.Detection;

/// <summary>The initial weights of a detector, drawn by the product's own generator: the same for every libtorch and device.</summary>
internal static class DetectorInitialization
{
    /// <summary>Detectron2's rules; every parameter draws from a seed of its own name.</summary>
    public static void Apply(FasterRcnn network, Seed seed)
    {
        foreach (var (name, parameter) in network.named_parameters())
        {
            var random = seed.Derive(name).ToStream();
            if (name.EndsWith("bias", StringComparison.Ordinal))
            {
                WeightInitialization.Constant(parameter, 0);
            }
            else if (parameter.dim() == 1)
            {
                WeightInitialization.Constant(parameter, 1);
            }
            else if (name.StartsWith("backbone.body", StringComparison.Ordinal))
            {
                WeightInitialization.KaimingNormal(parameter, random);
            }
            else if (name.Contains("bbox_pred", StringComparison.Ordinal) && name.StartsWith("roi_heads", StringComparison.Ordinal))
            {
                WeightInitialization.Normal(parameter, 0.001, random);
            }
            else if (name.StartsWith("rpn", StringComparison.Ordinal) || name.Contains("cls_score", StringComparison.Ordinal))
            {
                WeightInitialization.Normal(parameter, 0.01, random);
            }
            else
            {
                WeightInitialization.XavierUniform(parameter, random);
            }
        }
    }
}
