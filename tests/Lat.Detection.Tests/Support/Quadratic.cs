using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

/// <summary>Least squares towards random targets, with dropout, so that torch's own generator matters too.</summary>
internal sealed class Quadratic : ITrainable, IDisposable
{
    private readonly Linear _layer;

    public Quadratic()
    {
        _layer = nn.Linear(4, 3);
        WeightInitialization.Normal(_layer.weight!, 1, new Seed(5).ToStream());
        WeightInitialization.Constant(_layer.bias!, 0);
    }

    public int? FailAt { get; init; }

    /// <summary>The iterations whose loss is infinite.</summary>
    public IReadOnlyCollection<int> InfiniteAt { get; init; } = [];

    /// <summary>The iterations whose loss is as it should be, and whose gradient is not a number.</summary>
    public IReadOnlyCollection<int> NoGradientAt { get; init; } = [];

    public (int At, CancellationTokenSource Source)? Stop { get; init; }

    public List<int> Iterations { get; } = [];

    public List<float> Losses { get; } = [];

    public nn.Module Network => _layer;

    public int ImagesPerIteration => 1;

    public TimeSpan DataWait => TimeSpan.Zero;

    public float[] Weights => [.. _layer.weight!.Values(), .. _layer.bias!.Values()];

    public LossTerms ComputeLosses(int iteration, RandomStream random)
    {
        if (iteration == FailAt)
        {
            throw new IOException("killed");
        }

        if (iteration == Stop?.At)
        {
            Stop?.Source.Cancel();
        }

        Iterations.Add(iteration);
        var input = nn.functional.dropout(tensor(Some.Numbers(8, random), [2, 4]), 0.2);
        var loss = _layer.call(input).square().sum().mul(InfiniteAt.Contains(iteration) ? double.PositiveInfinity : 1);
        if (NoGradientAt.Contains(iteration))
        {
            loss = loss.add(_layer.weight!.sub(_layer.weight!).sqrt().sum());  // 0, with the slope 1/0 - 1/0
        }

        Losses.Add(loss.item<float>());
        return new LossTerms([new LossTerm("square", loss)]);
    }

    public void Dispose() => _layer.Dispose();
}
