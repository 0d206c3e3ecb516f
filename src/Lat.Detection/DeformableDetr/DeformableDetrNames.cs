namespace Lat.Detection;

/// <summary>What the original program's names mean: in its checkpoints, and in how fast a parameter learns.</summary>
internal static class DeformableDetrNames
{
    private const string Body = "backbone.0.body.", Backbone = "backbone.0.";

    private static readonly string[] Heads = ["class_embed.", "bbox_embed."], Sampling = ["reference_points", "sampling_offsets"];

    /// <summary>
    /// How a checkpoint's names are read. The original registers its heads again in the decoder, and heads that all layers share once for each layer: those
    /// are the same tensors under other names.
    /// </summary>
    public static WeightNames Of(DeformableDetrOptions options) => new(Body, "class_embed.")
    {
        IsAlias = name => name.StartsWith("transformer.decoder.bbox_embed.", StringComparison.Ordinal)
            || name.StartsWith("transformer.decoder.class_embed.", StringComparison.Ordinal)
            || (!options.RefinesBoxes && Heads.Any(head => name.StartsWith(head, StringComparison.Ordinal) && !name.StartsWith(head + "0.", StringComparison.Ordinal))),
    };

    /// <summary>The factor of a parameter's learning rate, by the original's rule: the backbone first, then whatever places points.</summary>
    public static double LearningRateFactor(string parameter, DeformableDetrOptions options) =>
        parameter.StartsWith(Backbone, StringComparison.Ordinal) ? options.BackboneLearningRate
        : Sampling.Any(part => parameter.Contains(part, StringComparison.Ordinal)) ? options.SamplingLearningRate
        : 1;
}
