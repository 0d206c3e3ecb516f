using System.Globalization;

namespace Lat.Pipeline;

/// <summary>Hands a worker one GPU: it is shown no other, so that it can neither take memory of another stage's nor compute on it by mistake.</summary>
internal static class VisibleGpu
{
    /// <summary>The environment variable by which CUDA, and a scheduler before us, narrows down what a process sees.</summary>
    public const string Variable = "CUDA_VISIBLE_DEVICES";

    private const string Prefix = "cuda:";

    /// <summary>What the worker calls the device: the only one that it sees has the number 0.</summary>
    public static string SeenAs(string? device) => device is null ? "cpu" : Prefix + "0";

    /// <summary>The variable's value for a worker: which of the GPUs that this process sees.</summary>
    /// <param name="device">`cuda:N`, counted among what this process sees.</param>
    /// <param name="visible">What this process sees by the variable: numbers or names, with commas; null or empty for all of the machine.</param>
    public static string For(string device, string? visible)
    {
        var index = int.Parse(device.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);
        var seen = (visible ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return index < seen.Length ? seen[index] : index.ToString(CultureInfo.InvariantCulture);
    }
}
