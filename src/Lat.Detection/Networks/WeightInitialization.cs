using System.Runtime.InteropServices;
using Lat.Core;
using TorchSharp.Modules;

namespace Lat.Detection;

/// <summary>Fills parameters that live on the CPU with numbers from <see cref="RandomStream"/>.</summary>
public static class WeightInitialization
{
    public static void Constant(Parameter parameter, float value) => Values(parameter).Fill(value);

    /// <summary>Normal with mean 0.</summary>
    public static void Normal(Parameter parameter, double deviation, RandomStream random)
    {
        foreach (ref var value in Values(parameter))
        {
            value = (float)(deviation * random.NextGaussian());
        }
    }

    /// <summary>Normal with variance 2 / fan-out (He et al., 2015), as torchvision starts its residual networks.</summary>
    public static void KaimingNormal(Parameter parameter, RandomStream random)
    {
        var fanOut = parameter.NumberOfElements / parameter.shape[1];
        Normal(parameter, Math.Sqrt(2.0 / fanOut), random);
    }

    /// <summary>Uniform with variance 1 / fan-in, as Detectron2 starts its pyramid and its hidden layers (`c2_xavier_fill`).</summary>
    public static void XavierUniform(Parameter parameter, RandomStream random)
    {
        var bound = Math.Sqrt(3.0 * parameter.shape[0] / parameter.NumberOfElements);
        Uniform(parameter, bound, random);
    }

    /// <summary>Uniform between a bound and its negative.</summary>
    public static void Uniform(Parameter parameter, double bound, RandomStream random)
    {
        foreach (ref var value in Values(parameter))
        {
            value = (float)random.NextDouble(-bound, bound);
        }
    }

    /// <summary>Given values, as many as the parameter has.</summary>
    public static void Set(Parameter parameter, ReadOnlySpan<float> values) => values.CopyTo(Values(parameter));

    private static Span<float> Values(Parameter parameter) => MemoryMarshal.Cast<byte, float>(parameter.bytes);
}
