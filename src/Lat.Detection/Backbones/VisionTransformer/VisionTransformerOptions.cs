namespace Lat.Detection;

/// <summary>The shape of a DINOv2 network. Defaults are those that all published ones share; <see cref="Of"/> has the rest.</summary>
internal sealed record VisionTransformerOptions
{
    /// <summary>Channels of a token: C.</summary>
    public required int Width { get; init; }

    /// <summary>Blocks.</summary>
    public required int Depth { get; init; }

    /// <summary>Heads of an attention; they divide the width.</summary>
    public required int Heads { get; init; }

    /// <summary>Whether the feed-forward layers are SwiGLU ones (`w12`, `w3`) instead of two linear ones with GELU (`fc1`, `fc2`). Default false.</summary>
    public bool Gated { get; init; }

    /// <summary>Extra tokens that stand for no patch. Default 0; 4 in the networks with registers.</summary>
    public int RegisterTokens { get; init; }

    /// <summary>Sides of a patch in pixels. Default 14.</summary>
    public int PatchSize { get; init; } = 14;

    /// <summary>Patches on each side of the square that there are position embeddings for. Default 37, an image of 518 pixels.</summary>
    public int Grid { get; init; } = 37;

    /// <summary>
    /// What is added to the number of patches on each side before it becomes the scale by which position embeddings are resized. Default 0.1, which
    /// the networks without registers were trained with: it moves every sample a little. 0: they are resized to the very size.
    /// </summary>
    public double InterpolationOffset { get; init; } = 0.1;

    /// <summary>Whether position embeddings are low-passed where they are made smaller. Default false; true in the networks with registers.</summary>
    public bool InterpolationAntialias { get; init; }

    /// <summary>Channels between the two feed-forward layers: 4 C; of SwiGLU, where each is two, two thirds of that, rounded up to eights.</summary>
    public int HiddenWidth => Gated ? ((Width * 4 * 2 / 3) + 7) / 8 * 8 : Width * 4;

    /// <summary>The published network of a name.</summary>
    public static VisionTransformerOptions Of(VisionTransformerModel model) => model switch
    {
        VisionTransformerModel.Small => new() { Width = 384, Depth = 12, Heads = 6 },
        VisionTransformerModel.Base => new() { Width = 768, Depth = 12, Heads = 12 },
        VisionTransformerModel.Large => new() { Width = 1024, Depth = 24, Heads = 16 },
        VisionTransformerModel.Giant => new() { Width = 1536, Depth = 40, Heads = 24, Gated = true },
        VisionTransformerModel.SmallWithRegisters => WithRegisters(VisionTransformerModel.Small),
        VisionTransformerModel.BaseWithRegisters => WithRegisters(VisionTransformerModel.Base),
        VisionTransformerModel.LargeWithRegisters => WithRegisters(VisionTransformerModel.Large),
        VisionTransformerModel.GiantWithRegisters => WithRegisters(VisionTransformerModel.Giant),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
    };

    private static VisionTransformerOptions WithRegisters(VisionTransformerModel plain) =>
        Of(plain) with { RegisterTokens = 4, InterpolationOffset = 0, InterpolationAntialias = true };
}
