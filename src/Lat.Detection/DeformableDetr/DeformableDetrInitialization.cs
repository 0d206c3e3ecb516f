using Lat.Core;
using TorchSharp.Modules;

namespace Lat.Detection;

/// <summary>The original program's initial weights, drawn by the product's own generator: the same for every libtorch and device.</summary>
internal static class DeformableDetrInitialization
{
    /// <summary>A class's score before anything is learned (Lin et al., 2017).</summary>
    private const double PriorProbability = 0.01;

    /// <summary>Makes a box small before anything is learned: the sigmoid of -2 is an eighth.</summary>
    private const float SmallSide = -2;

    /// <summary>Linear layers that keep PyTorch's own start; all others of the transformer have Glorot's.</summary>
    private static readonly string[] Plain = ["class_embed.", "bbox_embed."];

    private static readonly string[] WithPlainBias = ["linear1.bias", "linear2.bias", "enc_output.bias", "pos_trans.bias", "layers.0.bias", "layers.1.bias"];

    /// <summary>Every parameter draws from a seed of its own name.</summary>
    public static void Apply(DeformableDetr network, Seed seed)
    {
        var parameters = network.named_parameters().ToDictionary(entry => entry.name, entry => entry.parameter, StringComparer.Ordinal);
        foreach (var (name, parameter) in parameters)
        {
            var random = seed.Derive(name).ToStream();
            if (name.EndsWith("bias", StringComparison.Ordinal))
            {
                FillBias(name, parameter, parameters, network.Detr, random);
            }
            else if (parameter.dim() == 1)
            {
                WeightInitialization.Constant(parameter, 1);
            }
            else
            {
                FillWeight(name, parameter, random);
            }
        }
    }

    private static void FillWeight(string name, Parameter parameter, RandomStream random)
    {
        var (fanIn, fanOut) = (parameter.NumberOfElements / parameter.shape[0], parameter.NumberOfElements / parameter.shape[1]);
        if (name.StartsWith("backbone.", StringComparison.Ordinal))
        {
            WeightInitialization.KaimingNormal(parameter, random);
        }
        else if (name is "query_embed.weight" or "transformer.level_embed")
        {
            WeightInitialization.Normal(parameter, 1, random);
        }
        else if (IsOf(name, "sampling_offsets.weight") || IsOf(name, "attention_weights.weight") || IsLastOfBoxes(name))
        {
            WeightInitialization.Constant(parameter, 0);
        }
        else
        {
            var isPlain = Plain.Any(head => name.StartsWith(head, StringComparison.Ordinal));
            WeightInitialization.Uniform(parameter, isPlain ? 1 / Math.Sqrt(fanIn) : Math.Sqrt(6.0 / (fanIn + fanOut)), random);
        }
    }

    private static void FillBias(
        string name, Parameter parameter, Dictionary<string, Parameter> parameters, DeformableDetrOptions options, RandomStream random)
    {
        WeightInitialization.Constant(parameter, 0);
        if (IsOf(name, "sampling_offsets.bias"))
        {
            WeightInitialization.Set(parameter, Rays(options, (int)parameter.NumberOfElements));
        }
        else if (name.StartsWith("class_embed.", StringComparison.Ordinal))
        {
            WeightInitialization.Constant(parameter, (float)-Math.Log((1 - PriorProbability) / PriorProbability));
        }
        else if (name == "bbox_embed.0.layers.2.bias" && !options.TwoStage)
        {
            WeightInitialization.Set(parameter, [0, 0, SmallSide, SmallSide]);
        }
        else if (!name.StartsWith("backbone.", StringComparison.Ordinal) && WithPlainBias.Any(suffix => IsOf(name, suffix)))
        {
            var weight = parameters[name[..^"bias".Length] + "weight"];
            WeightInitialization.Uniform(parameter, 1 / Math.Sqrt(weight.shape[1]), random);
        }
    }

    /// <summary>Each head looks in a direction of its own, its points one step further each: [M * L * P * 2] x and y in pixels of a level's map.</summary>
    private static float[] Rays(DeformableDetrOptions options, int count)
    {
        var points = count / (options.Heads * options.Levels * 2);
        var rays = new float[count];
        for (var at = 0; at < count; at += 2)
        {
            var (head, point) = (at / 2 / points / options.Levels, (at / 2) % points);
            var angle = (float)(2 * Math.PI / options.Heads) * head;
            var (x, y) = (MathF.Cos(angle), MathF.Sin(angle));
            var length = Math.Max(Math.Abs(x), Math.Abs(y));
            (rays[at], rays[at + 1]) = (x / length * (point + 1), y / length * (point + 1));
        }

        return rays;
    }

    private static bool IsOf(string name, string suffix) => name.EndsWith("." + suffix, StringComparison.Ordinal);

    private static bool IsLastOfBoxes(string name) => name.StartsWith("bbox_embed.", StringComparison.Ordinal) && IsOf(name, "layers.2.weight");
}
