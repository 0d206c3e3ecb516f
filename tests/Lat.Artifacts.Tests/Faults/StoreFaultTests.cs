using Lat.Core;

namespace Lat.Artifacts.Tests;

/// <summary>
/// Whatever happens to the machine: no finished stage is lost, nothing half-written counts as a result, and a rerun ends in the same bytes.
/// Over 1,000 faults in all: kills before, after and within every step, losses of power, refusing disks, damage, collections, a jumping clock.
/// </summary>
public sealed class StoreFaultTests : IDisposable
{
    private const int FaultsPerSeed = 140;

    private static readonly StageGraph _graph = Some.Diamond();

    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task AfterRandomFaultsARerunEndsInTheSameBytes(int seed)
    {
        var random = new Seed((ulong)seed).ToStream();
        var golden = await GoldenAsync();
        for (var (faults, number) = (0, 0); faults < FaultsPerSeed; number++)
        {
            var machine = new FaultyMachine(Path.Combine(_folder.Path, $"{number}"), _graph, random);
            var finished = new HashSet<StageKey>();
            for (var attempt = 0; attempt < 8; attempt++)
            {
                faults += await StrikeAsync(machine, random, finished);
                RequireSound(machine, finished, golden);
                if (random.NextBool(0.2))
                {
                    faults += Damage(machine, random);
                    finished.Clear();
                }
            }

            await RequireSameBytesAsync(machine, golden);
            Directory.Delete(machine.Folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AKillAtEveryStepOfARunLosesNothingFinished(bool losesPower)
    {
        var graph = Some.Graph(Some.Node("a"), Some.Node("b", "a"));
        var random = new Seed(11).ToStream();
        for (var step = 0; ; step++)
        {
            var machine = new FaultyMachine(Path.Combine(_folder.Path, $"{step}"), graph, random);
            var (report, disk) = await machine.RunAsync(disk => disk.StepsLeft = step, jobs: 1);
            if (!disk.HasStruck)
            {
                // A run has no more steps than this.
                Assert.InRange(step, 40, 200);
                return;
            }

            var finished = Finished(report);
            if (losesPower)
            {
                disk.LosePower();
            }

            Assert.All(graph.Nodes.Select(node => KeyOf(report, node)).OfType<StageKey>(), key => Assert.Null(machine.Look().Inspect(key, Verification.Content).Damage));
            Assert.All(finished, key => Assert.NotNull(machine.Look().Inspect(key, Verification.Content).Result));
            var (again, _) = await machine.RunAsync(_ => { }, jobs: 1);
            Assert.True(again!.Succeeded, Failure(again));
            Assert.Equal(finished.Count, again.Stages.Count(stage => finished.Contains(stage.Key!.Value) && stage.Status == StageStatus.Reused));
        }
    }

    /// <summary>One run that is killed, loses power or meets a refusing disk, or one collection that is killed.</summary>
    private static async Task<int> StrikeAsync(FaultyMachine machine, RandomStream random, HashSet<StageKey> finished)
    {
        var (kind, step) = (random.NextInt(8), random.NextInt(120));
        if (kind == 0)
        {
            // Whose record in the history a fault took is protected by age alone, and this collection knows no mercy for the young.
            finished.IntersectWith(new ExperimentRoots(machine.Look(), null).Find().Keys);
            return machine.Collect(disk => disk.StepsLeft = step / 4).HasStruck ? 1 : 0;
        }

        var (report, disk) = await machine.RunAsync(disk =>
        {
            disk.StepsLeft = step;
            if (kind >= 5)
            {
                // No space, a bad sector, a stale NFS handle; for a few steps.
                disk.Refuse(kind switch { 5 => 28, 6 => 5, _ => 116 }, 1 + random.NextInt(4));
            }
        });
        finished.UnionWith(Finished(report));
        if (kind is 1 or 2)
        {
            disk.LosePower();
            return 1;
        }

        return disk.HasStruck ? 1 : 0;
    }

    private static int Damage(FaultyMachine machine, RandomStream random)
    {
        if (!Directory.Exists(machine.Folder))
        {
            return 0; // every run so far was struck before its first step
        }

        var files = Directory.EnumerateFiles(machine.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            return 0;
        }

        var path = files[random.NextInt(files.Count)];
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        switch (random.NextInt(3))
        {
            case 0 when bytes.Length > 0:
                bytes[random.NextInt(bytes.Length)] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
            case 1:
                File.WriteAllBytes(path, bytes[..random.NextInt(bytes.Length + 1)]);
                break;
            default:
                break;
        }

        return 1;
    }

    private static void RequireSound(FaultyMachine machine, HashSet<StageKey> finished, Dictionary<string, EquatableArray<StageOutput>> golden)
    {
        var store = machine.Look();
        foreach (var key in finished)
        {
            var lookup = store.Inspect(key, Verification.Content);
            Assert.True(lookup.Result is not null, $"{key.Abbreviated} was finished and is lost: {lookup.Damage}");
            Assert.Contains(lookup.Result.Outputs, golden.Values);
        }
    }

    private static async Task RequireSameBytesAsync(FaultyMachine machine, Dictionary<string, EquatableArray<StageOutput>> golden)
    {
        var report = (await machine.RunAsync(_ => { })).Report!;
        Assert.True(report.Succeeded, Failure(report));
        Assert.All(report.Stages, stage => Assert.Equal(golden[stage.Node.Name], stage.Result!.Outputs));
        var verification = new StoreVerification(machine.Look(), 1);
        verification.Repair(verification.Verify());
        var healed = (await machine.RunAsync(_ => { })).Report!;
        Assert.True(healed.Succeeded, Failure(healed));
        Assert.All(healed.Stages, stage => Assert.Equal(golden[stage.Node.Name], stage.Result!.Outputs));
        Assert.Empty(new StoreVerification(machine.Look(), 1).Verify().Damages);
        machine.Collect(_ => { });
        Assert.All(new StoreInventory(machine.Look()).LockFiles(), path =>
            Assert.NotEqual(OwnerLiveness.Dead, OwnerJudge.Judge(LockFile.Read(path)!.Owner, LockOwner.Current)));
        Assert.Equal(golden.Count, (await machine.RunAsync(_ => { })).Report!.Count(StageStatus.Reused));
    }

    private async Task<Dictionary<string, EquatableArray<StageOutput>>> GoldenAsync()
    {
        var (report, _) = await new FaultyMachine(Path.Combine(_folder.Path, "golden"), _graph, new Seed(0).ToStream()).RunAsync(_ => { });
        return report!.Stages.ToDictionary(stage => stage.Node.Name, stage => stage.Result!.Outputs);
    }

    private static HashSet<StageKey> Finished(RunReport? report) =>
        report?.Stages.Where(stage => stage.Result is not null).Select(stage => stage.Result!.Key).ToHashSet() ?? [];

    private static StageKey? KeyOf(RunReport? report, StageNode node) => report?[node.Name].Key;

    private static string? Failure(RunReport report) => report.Stages.FirstOrDefault(stage => stage.Error is not null)?.Error?.ToString();
}
