using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>The numbers of a tensor as a span in this machine's memory: its own memory on the CPU, one copy from elsewhere.</summary>
internal sealed class HostValues : IDisposable
{
    private readonly Tensor _tensor;

    private HostValues(Tensor tensor) => _tensor = tensor;

    /// <summary>Valid until disposed.</summary>
    public ReadOnlySpan<float> Span => MemoryMarshal.Cast<byte, float>(_tensor.bytes);

    /// <param name="tensor">Of any shape; float32 is read without conversion.</param>
    public static HostValues Of(Tensor tensor)
    {
        using var detached = tensor.detach();
        using var host = detached.cpu();
        using var floats = host.@float();
        return new HostValues(floats.contiguous());
    }

    public void Dispose() => _tensor.Dispose();
}
