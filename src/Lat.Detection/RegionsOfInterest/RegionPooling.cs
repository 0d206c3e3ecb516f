using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// RoIAlign on the CPU as one function with a gradient: levels [N, C, h, w] to [R, C, S, S]. It gives the numbers of the product with
/// <see cref="PoolingMatrix"/>, in a tenth of its time, and depends on the number of threads as little.
/// </summary>
internal sealed class RegionPooling : autograd.SingleTensorFunction<RegionPooling>
{
    private const string Plan = "plan";

    public override string Name => nameof(RegionPooling);

    /// <summary>Whether the levels can be pooled here: float32 in this machine's memory, in spans that an int can count.</summary>
    public static bool Supports(IReadOnlyList<Tensor> levels, int regions, int bins) =>
        levels.All(level => level.device_type == TorchSharp.DeviceType.CPU && level.dtype == float32 && level.NumberOfElements <= int.MaxValue / sizeof(float))
        && regions * levels[0].shape[1] * bins * bins <= int.MaxValue / sizeof(float);

    /// <param name="plan">What is pooled from where.</param>
    /// <param name="levels">[N, C, h, w] each.</param>
    public static Tensor Pool(PoolingPlan plan, IReadOnlyList<Tensor> levels) => apply([.. levels, plan]);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        using var scope = NewDisposeScope();
        var plan = (PoolingPlan)vars[^1];
        ctx.save_data(Plan, plan);
        var pixels = vars.OfType<Tensor>().Select(level => level.permute(0, 2, 3, 1).contiguous()).ToArray();     // [N, h, w, C]
        var channels = (int)pixels[0].shape[3];
        var pooled = empty([plan.RegionCount, channels, plan.Bins, plan.Bins], float32);
        RegionPoolingLoops.Forward(plan, channels, [.. pixels.Select(Memory)], Memory(pooled), get_num_threads());
        return scope.MoveToOuter(pooled);
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var plan = (PoolingPlan)ctx.get_data(Plan);
        var channels = grad_output.shape[1];
        var gradients = plan.Layout.Levels.Select(level => zeros([plan.Layout.ImageCount, level.Height, level.Width, channels], float32)).ToList();
        using var pooled = grad_output.contiguous();
        RegionPoolingLoops.Backward(plan, (int)channels, Memory(pooled), [.. gradients.Select(Memory)], get_num_threads());
        return [.. gradients.Select(gradient => gradient.permute(0, 3, 1, 2)), null!];
    }

    /// <summary>A tensor's own numbers, for as long as it lives.</summary>
    private static TensorSpan Memory(Tensor tensor) => () => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
