using System.Reflection;
using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// Makes a GPU repeat its bits: libtorch's own switch, under which cuDNN and index operations (the backward pass of RoIAlign among them) take
/// their deterministic kernels, and an operation that has none is refused by name. The CPU repeats its bits without it.
/// </summary>
internal static class DeterministicMode
{
    /// <summary>What cuBLAS must find in the environment of the process before its first product; two settings are good.</summary>
    public const string WorkspaceVariable = "CUBLAS_WORKSPACE_CONFIG";

    private static readonly string[] GoodWorkspaces = [":4096:8", ":16:8"];

    /// <summary>Switches it on for the device of a network; disposing puts back what was.</summary>
    /// <returns>Null where there is nothing to switch: on the CPU.</returns>
    /// <exception cref="LatException">The machine cannot promise it.</exception>
    public static IDisposable? Begin(nn.Module network)
    {
        var onGpu = network.parameters().Any(parameter => parameter.device_type == DeviceType.CUDA);
        return onGpu ? Begin(Environment.GetEnvironmentVariable(WorkspaceVariable), typeof(torch)) : null;
    }

    /// <param name="workspace">The value of <see cref="WorkspaceVariable"/>.</param>
    /// <param name="library">The type that has libtorch's switch.</param>
    internal static IDisposable Begin(string? workspace, Type library)
    {
        if (!GoodWorkspaces.Contains(workspace, StringComparer.Ordinal))
        {
            throw new LatException(
                $"'deterministic: true' needs the environment variable {WorkspaceVariable}={GoodWorkspaces[0]} before the process starts; it is '{workspace}'. "
                + "Set it and start again: without it cuBLAS may sum in another order.");
        }

        // By name, because TorchSharp 0.106 has the method but forbids to call it: whether it works is known only when it is tried.
        var method = library.GetMethod("use_deterministic_algorithms", BindingFlags.Public | BindingFlags.Static);
        try
        {
            return (IDisposable)method!.Invoke(null, [true, false])!;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is NotImplementedException)
        {
            throw new LatException(
                "'deterministic: true' cannot be kept on a GPU by this TorchSharp, which does not pass on libtorch's switch for deterministic kernels. "
                + "Train on the CPU, build with '--packages standin' and LIBTORCH set to a CUDA build, or leave 'deterministic' out.", refused);
        }
    }
}
