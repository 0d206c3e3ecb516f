using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// The exponential moving average of a network's parameters and floating-point buffers: batch-norm statistics too, without which an averaged
/// network is worse than it need be (D2Go).
/// </summary>
internal sealed class MovingAverage : IDisposable
{
    private readonly double _decay;
    private readonly List<(string Name, Tensor Live, Tensor Average)> _entries = [];

    public MovingAverage(nn.Module network, double decay)
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        _decay = decay;
        foreach (var (name, live) in NetworkState.Of(network))
        {
            if (live.dtype == float32)
            {
                _entries.Add((name, live, live.detach().clone().DetachFromDisposeScope()));
            }
        }
    }

    /// <summary>What a checkpoint must keep, by name.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State => _entries.Select(entry => KeyValuePair.Create(entry.Name, entry.Average));

    /// <summary>Takes in the weights after an iteration. Early the decay is (1 + n) / (10 + n), so that the beginning is soon forgotten.</summary>
    public void Update(int iteration)
    {
        using var frozen = no_grad();
        var decay = Math.Min(_decay, (1.0 + iteration) / (10.0 + iteration));
        foreach (var (_, live, average) in _entries)
        {
            average.mul_(decay).add_(live, 1 - decay);
        }
    }

    /// <summary>Gives the network the averages.</summary>
    public void CopyToNetwork()
    {
        using var frozen = no_grad();
        foreach (var (_, live, average) in _entries)
        {
            live.copy_(average);
        }
    }

    public void Dispose()
    {
        foreach (var (_, _, average) in _entries)
        {
            average.Dispose();
        }
    }
}
