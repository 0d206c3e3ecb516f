using System.Globalization;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Acceptance.Tests;

/// <summary>One store, on which the pipeline is run again and again, struck each time, until it is finished.</summary>
/// <param name="machine">Starts the processes.</param>
/// <param name="reference">What has to come out.</param>
/// <param name="random">Decides all that happens.</param>
/// <param name="log">Takes a line for every run.</param>
internal sealed class FaultyPipeline(FaultyMachine machine, FaultReference reference, RandomStream random, Action<string> log) : IDisposable
{
    private readonly Workshop _workshop = new(SmallestExperiment.Yaml);
    private FaultySoundness? _soundness;
    private DiskDamage? _damage;

    /// <summary>Where it lies.</summary>
    public string Folder => _workshop.Root;

    /// <summary>Whether a run has come to the end.</summary>
    public bool IsFinished { get; private set; }

    private DiskDamage Damage => _damage ??= new DiskDamage(_workshop.Store, random);

    private FaultySoundness Soundness => _soundness ??= new FaultySoundness(_workshop, reference, Damage.Touched);

    public void Dispose() => _workshop.Dispose();

    /// <summary>Strikes and runs once, and requires that all is as it should be.</summary>
    /// <param name="isQuiet">Whether nothing is to happen.</param>
    /// <returns>How many faults there were.</returns>
    public int Run(bool isQuiet)
    {
        List<string> faults = isQuiet ? [] : [.. StrikeAtRest()];
        var strikes = isQuiet ? [] : Strike.Draw(random, reference.DoorSteps, reference.WorkerSteps);
        machine.Plan.Arm(strikes);
        using var door = machine.Start(_workshop, random.NextBool(0.5) ? ["--keep-going"] : []);
        DamageMeanwhile(door, strikes, faults);
        var exitCode = door.WaitForExit();
        Assert.True(FrontDoorProcess.HasNoWorkerLeft(_workshop.Store), "A worker has outlived the front door.");
        var struck = strikes.Index().Where(strike => machine.Plan.HasStruck(strike.Index)).Select(strike => strike.Item).ToList();
        faults.AddRange(struck.Where(strike => strike.Kind != StrikeKind.DamageMeanwhile).Select(strike => strike.ToString()));
        if (struck.Exists(strike => strike.Kind == StrikeKind.PowerLoss))
        {
            faults[^1] += string.Create(CultureInfo.InvariantCulture, $" ({new PowerLoss(machine.Journal, random).Strike()} lost)");
        }

        var summary = door.Printed.Split('\n').LastOrDefault(line => line.Contains(" stages: ", StringComparison.Ordinal)) ?? $"{door.Ran.Count} ran";
        log(string.Create(CultureInfo.InvariantCulture, $"exit {exitCode}; {summary}; {string.Join(" + ", faults.DefaultIfEmpty("nothing"))}"));
        FaultyEnd.Require(exitCode, struck, door.Printed);
        Soundness.Require(door.Ran);
        IsFinished = exitCode == 0;
        return faults.Count;
    }

    /// <summary>Requires that what has come out is the reference's, byte for byte, after the repair of damage that no stage had to read.</summary>
    public void RequireSameBytes()
    {
        var verification = new StoreVerification(new ArtifactStore(_workshop.Store), parallel: 2);
        verification.Repair(verification.Verify());

        // Of what was damaged behind the back of the last run, a record can only be made anew by another.
        Run(isQuiet: true);
        Assert.True(IsFinished);
        Assert.Empty(verification.Verify().Damages);
        var nodes = FaultReference.NodesOf(_workshop);
        Assert.Equal(reference.Nodes.Keys, nodes.Keys);
        Assert.All(reference.Nodes, node => Assert.Equal((node.Value.Key, node.Value.Outputs), (nodes[node.Key].Key, nodes[node.Key].Outputs)));
        Assert.Equal(reference.Results.Results, FaultReference.ResultsOf(_workshop).Results);
    }

    private IEnumerable<string> StrikeAtRest()
    {
        for (var count = random.NextInt(3); count > 0; count--)
        {
            var keys = reference.ByKey.Keys.Except(Soundness.Finished).Order().ToList();
            var key = keys.Count == 0 ? default : keys[random.NextInt(keys.Count)];
            var (kind, done) = random.NextInt(6) switch
            {
                0 when keys.Count > 0 => (StrikeKind.StaleLock, Damage.LeaveLock(key)),
                1 when keys.Count > 0 => (StrikeKind.HalfWritten, Damage.LeaveHalfWritten(key)),
                _ => (StrikeKind.Damage, Damage.Strike()),
            };
            if (done is not null)
            {
                yield return $"{kind} {done}";
            }
        }
    }

    private void DamageMeanwhile(FrontDoorProcess door, IReadOnlyList<Strike> strikes, List<string> faults)
    {
        foreach (var (index, strike) in strikes.Index().Where(strike => strike.Item.Kind == StrikeKind.DamageMeanwhile))
        {
            SpinWait.SpinUntil(() => machine.Plan.HasStruck(index) || door.HasExited, FrontDoorProcess.Patience);
            if (machine.Plan.HasStruck(index) && Damage.Strike() is { } done)
            {
                faults.Add($"{strike}: {done}");
            }

            machine.Plan.GoOn(index);
        }
    }
}
