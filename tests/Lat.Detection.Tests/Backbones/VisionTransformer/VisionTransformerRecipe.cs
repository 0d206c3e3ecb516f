using System.Runtime.InteropServices;
using System.Text.Json;
using TorchSharp;

namespace Lat.Detection.Tests;

/// <summary>The twin of eng/golden/dinov2/original.py: change neither alone.</summary>
internal static class VisionTransformerRecipe
{
    private static readonly string[] NormSuffixes = ["norm1.weight", "norm2.weight", "norm.weight", "gamma"];

    /// <summary>The shape of a network of the golden file.</summary>
    public static VisionTransformerOptions Options(JsonElement network) => new()
    {
        Width = network.GetProperty("width").GetInt32(),
        Depth = network.GetProperty("depth").GetInt32(),
        Heads = network.GetProperty("heads").GetInt32(),
        Grid = network.GetProperty("grid").GetInt32(),
        RegisterTokens = network.GetProperty("registers").GetInt32(),
        Gated = network.GetProperty("gated").GetBoolean(),
        InterpolationOffset = network.GetProperty("offset").GetDouble(),
        InterpolationAntialias = network.GetProperty("antialias").GetBoolean(),
    };

    /// <summary>A file of made-up weights.</summary>
    public static void Save(VisionTransformerOptions options, string path)
    {
        using var network = new VisionTransformerNetwork(options);
        foreach (var (name, tensor) in NetworkState.Of(network))
        {
            var (offset, factor) = ScaleOf(name, tensor.shape);
            var values = MemoryMarshal.Cast<byte, float>(tensor.bytes);
            var numbers = Recipe.Numbers(name, values.Length);
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = (float)(offset + (factor * numbers[index]));
            }
        }

        NetworkWeights.Save(network, path);
    }

    /// <summary>A small network that no golden file knows.</summary>
    public static VisionTransformerOptions Tiny { get; } = new() { Width = 8, Depth = 2, Heads = 2, Grid = 3 };

    private static (double Offset, double Factor) ScaleOf(string name, long[] shape)
    {
        if (name.EndsWith("_token", StringComparison.Ordinal) || name.EndsWith("_tokens", StringComparison.Ordinal) || name == "pos_embed")
        {
            return (0, 0.5);
        }

        return shape.Length > 1 ? (0, Math.Sqrt(3.0 / shape.Skip(1).Aggregate(1L, (product, side) => product * side)))
            : NormSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) ? (0.5, 0.1)
            : (0, 0.1);
    }
}
