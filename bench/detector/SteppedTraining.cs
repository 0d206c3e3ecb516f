using Lat.Core;
using Lat.Detection;
using static TorchSharp.torch;

namespace Lat.Bench.Detector;

/// <summary>The product's own training loop, held before each iteration until it is asked for one.</summary>
internal sealed class SteppedTraining : ITrainable, IDisposable
{
    private readonly FasterRcnn _network;
    private readonly Batch _batch;
    private readonly SemaphoreSlim _asked = new(0), _done = new(0);
    private readonly CancellationTokenSource _end = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-bench-").FullName;
    private readonly Thread _thread;
    private Exception? _failure;

    public SteppedTraining(FasterRcnn network, Batch batch, TrainingOptions options)
    {
        (_network, _batch) = (network, batch);
        _thread = new Thread(() => Train(options));
        _thread.Start();
        _done.Wait();
    }

    public nn.Module Network => _network;

    public int ImagesPerIteration => _batch.Images.Count;

    public TimeSpan DataWait => TimeSpan.Zero;

    public void Step()
    {
        _asked.Release();
        _done.Wait();
        if (_failure is not null)
        {
            throw new InvalidOperationException("The training ended.", _failure);
        }
    }

    public LossTerms ComputeLosses(int iteration, RandomStream random)
    {
        _done.Release();
        _asked.Wait(_end.Token);
        using var images = ImageBatch.From(_batch.Images, _network.Options, _network.Device);
        var losses = _network.ComputeLosses(images, _batch.Targets, new DetectorLossOptions(), random);
        if (iteration == 0)
        {
            Console.Error.WriteLine("ours: " + string.Join(", ", losses.Terms.Select(term => FormattableString.Invariant($"{term.Name} {term.Value.item<float>():F4}"))));
        }

        return losses;
    }

    public void Dispose()
    {
        _end.Cancel();
        _thread.Join();
        Directory.Delete(_folder, recursive: true);
        _asked.Dispose();
        _done.Dispose();
        _end.Dispose();
    }

    private void Train(TrainingOptions options)
    {
        try
        {
            new TrainingLoop(options, new Seed(1), _folder).Run(this, CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
        }
#pragma warning disable CA1031 // The failure is thrown again where the next step is asked for.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
            _done.Release();
        }
    }
}
