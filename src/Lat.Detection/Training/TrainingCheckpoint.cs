using System.Globalization;
using System.Text;
using System.Text.Json;
using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// Everything that a run needs to go on: weights, averages, the optimizer's state, the iteration and what was reported, in one file. Random numbers and the
/// position in the data need no state: both are functions of the seed and the iteration. The file ends with its checksum; one that cannot be gone on
/// with is set aside.
/// </summary>
internal sealed class TrainingCheckpoint
{
    private const string NetworkPrefix = "network/", AveragePrefix = "average/", OptimizerPrefix = "optimizer/";
    private const string IterationKey = "iteration", RunKey = "run", SkippedKey = "skippedSteps", InARowKey = "skippedInARow", WindowKey = "sinceReport", LinesKey = "metrics";

    private readonly string _run;
    private readonly IReadOnlyList<(string Name, Tensor Tensor)> _network, _average, _optimizer;

    public TrainingCheckpoint(
        string folder, TrainingOptions options, Seed seed, nn.Module network, ParameterOptimizer optimizer, MovingAverage? average)
    {
        Path = System.IO.Path.Combine(folder, "checkpoint.safetensors");
        _network = NetworkState.Of(network);
        _average = [.. (average?.State ?? []).Select(entry => (entry.Key, entry.Value))];
        _optimizer = [.. optimizer.State.Select(entry => (entry.Key, entry.Value))];
        _run = RunOf(options, seed);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The iteration that the file goes on with; null while there is no file of this run.</summary>
    public int? LastIteration { get; private set; }

    /// <summary>For people: which file was set aside, what is wrong with it, and what happens now; null where none was.</summary>
    public string? Notice { get; private set; }

    /// <summary>Steps that the restored run had skipped.</summary>
    public int SkippedSteps { get; private set; }

    /// <summary>Those of them since the last that was taken.</summary>
    public int SkippedInARow { get; private set; }

    /// <summary>What the restored run had collected for its next report.</summary>
    public ReportWindow Window { get; private set; } = new();

    /// <summary>The metrics file of the restored run up to this iteration.</summary>
    public string Lines { get; private set; } = "";

    /// <summary>Restores the last checkpoint of this run. A file that is damaged or of another run is set aside; see <see cref="Notice"/>.</summary>
    /// <returns>The iteration to go on with; 0 where there is nothing to go on from.</returns>
    public int Restore()
    {
        if (!File.Exists(Path))
        {
            return 0;
        }

        if ((CheckpointSeal.FaultOf(Path) ?? Load()) is { } fault)
        {
            var aside = Path + ".set-aside";
            File.Move(Path, aside, overwrite: true);
            Notice = $"The checkpoint '{Path}' {fault}. It is kept as '{aside}'; training starts again from the beginning.";
        }

        return LastIteration ?? 0;
    }

    /// <summary>Replaces the checkpoint.</summary>
    /// <param name="iteration">The iteration to go on with.</param>
    /// <param name="watch">Knows what was skipped.</param>
    /// <param name="reports">What was reported, and what is to be.</param>
    public void Save(int iteration, DivergenceWatch watch, TrainingReports reports)
    {
        var metadata = new Dictionary<string, string>
        {
            [IterationKey] = iteration.ToString(CultureInfo.InvariantCulture),
            [RunKey] = _run,
            [SkippedKey] = watch.Skipped.ToString(CultureInfo.InvariantCulture),
            [InARowKey] = watch.InARow.ToString(CultureInfo.InvariantCulture),
            [WindowKey] = reports.Window.ToText(),
            [LinesKey] = reports.Lines,
        };
        using var seal = CheckpointSeal.Place();
        SafeTensorsFile.Write(Path, Entries(seal), metadata, CheckpointSeal.Name);
        LastIteration = iteration;
    }

    /// <returns>What keeps this run from going on with the file; nothing was changed then. Null where all is restored.</returns>
    private string? Load()
    {
        using var reader = SafeTensorsFile.Open(Path);
        if (!reader.Metadata.TryGetValue(RunKey, out var run) || run != _run)
        {
            return "is of another run, with other options or another seed";
        }

        using var seal = CheckpointSeal.Place();
        try
        {
            NetworkWeights.Load([.. Entries(seal).Select(entry => (entry.Key, entry.Value))], reader, prefix: "", Path);
        }
        catch (LatException)
        {
            return "is of another network";
        }

        (SkippedSteps, SkippedInARow) = (Number(reader, SkippedKey), Number(reader, InARowKey));
        Window = reader.Metadata.TryGetValue(WindowKey, out var window) ? ReportWindow.Parse(window) : new ReportWindow();
        Lines = reader.Metadata[LinesKey];
        LastIteration = Number(reader, IterationKey);
        return null;
    }

    private IEnumerable<KeyValuePair<string, Tensor>> Entries(Tensor seal) =>
        [.. Named(NetworkPrefix, _network), .. Named(AveragePrefix, _average), .. Named(OptimizerPrefix, _optimizer), new(CheckpointSeal.Name, seal)];

    private static int Number(SafeTensorsReader reader, string key) =>
        int.Parse(reader.Metadata[key], NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<KeyValuePair<string, Tensor>> Named(string prefix, IReadOnlyList<(string Name, Tensor Tensor)> entries) =>
        entries.Select(entry => KeyValuePair.Create(prefix + entry.Name, entry.Tensor));

    /// <summary>The identity of the run: options and seed, but not how often it reports or saves, nor how many threads prepare its data.</summary>
    private static string RunOf(TrainingOptions options, Seed seed)
    {
        var science = options with { CheckpointEvery = 0, ReportEvery = 1, DataWorkers = 1 };
        var text = JsonSerializer.Serialize(science, DetectionJson.Options) + seed;
        return ContentHash.Of(Encoding.UTF8.GetBytes(text)).Hex;
    }
}
