using System.Globalization;
using System.Text;
using System.Text.Json;
using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// Everything that a run needs to go on: weights, averages, the optimizer's state and the iteration, in one file. Random numbers and the
/// position in the data need no state: both are functions of the seed and the iteration.
/// </summary>
internal sealed class TrainingCheckpoint
{
    private const string NetworkPrefix = "network/", AveragePrefix = "average/", OptimizerPrefix = "optimizer/";
    private const string IterationKey = "iteration", RunKey = "run";

    private readonly string _path, _run;
    private readonly IReadOnlyList<(string Name, Tensor Tensor)> _network, _average, _optimizer;

    public TrainingCheckpoint(
        string folder, TrainingOptions options, Seed seed, nn.Module network, ParameterOptimizer optimizer, MovingAverage? average)
    {
        _path = Path.Combine(folder, "checkpoint.safetensors");
        _network = NetworkState.Of(network);
        _average = [.. (average?.State ?? []).Select(entry => (entry.Key, entry.Value))];
        _optimizer = [.. optimizer.State.Select(entry => (entry.Key, entry.Value))];
        _run = RunOf(options, seed);
    }

    /// <summary>Restores the last checkpoint of this run.</summary>
    /// <returns>The iteration to go on with; 0 where there is no checkpoint, or one of another run.</returns>
    /// <exception cref="LatException">The checkpoint is damaged.</exception>
    public int Restore()
    {
        if (!File.Exists(_path))
        {
            return 0;
        }

        using var reader = SafeTensorsFile.Open(_path);
        if (!reader.Metadata.TryGetValue(RunKey, out var run) || run != _run)
        {
            return 0;
        }

        NetworkWeights.Load(_network, reader, NetworkPrefix, _path);
        NetworkWeights.Load(_average, reader, AveragePrefix, _path);
        NetworkWeights.Load(_optimizer, reader, OptimizerPrefix, _path);
        return int.Parse(reader.Metadata[IterationKey], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Replaces the checkpoint.</summary>
    /// <param name="iteration">The iteration to go on with.</param>
    public void Save(int iteration)
    {
        var metadata = new Dictionary<string, string>
        {
            [IterationKey] = iteration.ToString(CultureInfo.InvariantCulture),
            [RunKey] = _run,
        };
        SafeTensorsFile.Write(_path, [.. Named(NetworkPrefix, _network), .. Named(AveragePrefix, _average), .. Named(OptimizerPrefix, _optimizer)], metadata);
    }

    private static IEnumerable<KeyValuePair<string, Tensor>> Named(string prefix, IReadOnlyList<(string Name, Tensor Tensor)> entries) =>
        entries.Select(entry => KeyValuePair.Create(prefix + entry.Name, entry.Tensor));

    /// <summary>The identity of the run: options and seed, but not how often it reports or saves.</summary>
    private static string RunOf(TrainingOptions options, Seed seed)
    {
        var science = options with { CheckpointEvery = 0, ReportEvery = 1 };
        var text = JsonSerializer.Serialize(science, DetectionJson.Options) + seed;
        return ContentHash.Of(Encoding.UTF8.GetBytes(text)).Hex;
    }
}
