using System.Globalization;
using Lat.Core;

namespace Lat.Acceptance.Tests;

/// <summary>
/// Random faults on the whole pipeline with its real processes (docs/store.md). LAT_FAULTS says how many (default 12), LAT_FAULT_SEED which,
/// and LAT_FAULT_STORE repeats those of one store. The log is lat-faults-SEED.log in the temporary folder.
/// </summary>
public sealed class FaultCampaignTests : IDisposable
{
    private readonly FaultyMachine _machine = new();
    private readonly int _faults = Number("LAT_FAULTS") ?? 12;
    private readonly int _seed = Number("LAT_FAULT_SEED") ?? 1;
    private readonly int? _onlyStore = Number("LAT_FAULT_STORE");

    private static string LogOf(int seed) => Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"lat-faults-{seed}.log"));

    public void Dispose() => _machine.Dispose();

    [FaultFact]
    public void AfterRandomFaultsNoFinishedStageIsLostAndARerunEndsInTheSameBytes()
    {
        File.Delete(LogOf(_seed));
        var reference = Reference();
        Log(string.Create(CultureInfo.InvariantCulture, $"{reference.Nodes.Count} stages, {reference.DoorSteps} steps of the front door, {reference.WorkerSteps} of workers"));
        var struck = 0;
        for (var store = _onlyStore ?? 1; struck < _faults; store++)
        {
            struck = Strike(store, struck, reference);
            if (_onlyStore is not null)
            {
                break;
            }
        }
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Strikes one store until its pipeline is finished, or there were enough faults.</summary>
    /// <returns>All faults so far.</returns>
    private int Strike(int number, int struck, FaultReference reference)
    {
        var where = "";
        var pipeline = new FaultyPipeline(_machine, reference, new Seed(((ulong)_seed << 32) | (uint)number).ToStream(), line => Log($"{where}: {line}"));
        try
        {
            for (var run = 1; !pipeline.IsFinished; run++)
            {
                where = string.Create(CultureInfo.InvariantCulture, $"{struck,5} faults, store {number}, run {run}");
                struck += pipeline.Run(isQuiet: struck >= _faults && _onlyStore is null);
            }

            pipeline.RequireSameBytes();
        }
        catch (Exception exception)
        {
            Log($"{where}: {exception.Message}");
            var variables = string.Create(CultureInfo.InvariantCulture, $"LAT_FAULT_SEED={_seed} LAT_FAULT_STORE={number}");
            throw new InvalidOperationException($"After {where}. To repeat: {variables}. The log: {LogOf(_seed)}. The folder: {pipeline.Folder}.\n{exception.Message}", exception);
        }

        pipeline.Dispose();
        return struck;
    }

    private FaultReference Reference()
    {
        using var workshop = new Workshop(SmallestExperiment.Yaml);
        _machine.Plan.Arm([]);
        using var door = _machine.Start(workshop);
        Assert.True(door.WaitForExit() == 0, door.Printed);

        // Without flushed folders in it the journal would have a loss of power take more than it can.
        Assert.Contains(File.ReadLines(_machine.Journal), line => line.StartsWith("F\t", StringComparison.Ordinal) && Directory.Exists(line.Split('\t')[1]));
        File.Delete(_machine.Journal);
        return FaultReference.Of(workshop, _machine.Plan);
    }

    private void Log(string line) => File.AppendAllText(LogOf(_seed), line + "\n");
}
