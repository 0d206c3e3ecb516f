using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>All parameters and persistent buffers of a network, by name.</summary>
internal static class NetworkState
{
    /// <summary>In ordinal order of the names; the tensors are the network's own.</summary>
    public static IReadOnlyList<(string Name, Tensor Tensor)> Of(nn.Module network) =>
    [
        .. network.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter))
            .Concat(network.named_buffers(include_nonpersistent: false).Select(entry => (entry.name, entry.buffer)))
            .OrderBy(entry => entry.Item1, StringComparer.Ordinal),
    ];
}
