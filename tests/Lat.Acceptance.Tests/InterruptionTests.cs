using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>Ctrl-C, a scheduler's request to end, and kill -9, of the real front door and of a real worker.</summary>
public sealed class InterruptionTests : IDisposable
{
    /// <summary>An import that would take minutes.</summary>
    private const string Endless = "datasets.mid.train=200000";

    private readonly Workshop _workshop = new(MiniatureExperiment.Yaml);

    public void Dispose() => _workshop.Dispose();

    [FrontDoorFact]
    public void CtrlCEndsTheWorkersAndSaysHowToGoOn()
    {
        using var door = FrontDoorProcess.Start(_workshop.Root, "Import", "--experiment", "mini", "--jobs", "1", "--set", Endless);
        WaitForTheEndlessStage(door);

        door.Signal("INT", wholeGroup: true);

        Assert.Equal(FrontDoor.Interrupted, door.WaitForExit());
        Assert.Matches(@"Stopped: \d of 6 stages are done and kept\. import/mid/train was running", door.Printed);
        Assert.Contains("To go on, give the same command again.", door.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED", door.Printed, StringComparison.Ordinal);
        RequireSound();
    }

    [FrontDoorFact]
    public void ASecondCtrlCEndsItAtOnceAndTheStoreIsSound()
    {
        using var door = FrontDoorProcess.Start(_workshop.Root, "Import", "--experiment", "mini", "--jobs", "1", "--set", Endless);
        WaitForTheEndlessStage(door);

        door.Signal("INT", wholeGroup: true);
        Assert.True(SpinWait.SpinUntil(() => door.Printed.Contains("once more ends this at once", StringComparison.Ordinal), FrontDoorProcess.Patience), door.Printed);
        door.Signal("INT", wholeGroup: true);

        Assert.Equal(FrontDoor.Interrupted, door.WaitForExit());
        Assert.Contains("what is done is kept, and the same command goes on.", door.Printed, StringComparison.Ordinal);
        RequireSound();
    }

    [FrontDoorFact]
    public void ARequestToEndIsHeardAsWell()
    {
        using var door = FrontDoorProcess.Start(_workshop.Root, "Import", "--experiment", "mini", "--jobs", "1", "--set", Endless);
        WaitForTheEndlessStage(door);

        door.Signal("TERM");

        Assert.Equal(FrontDoor.Interrupted, door.WaitForExit());
        RequireSound();
    }

    [FrontDoorFact]
    public void AKilledWorkerIsOneFailedStageAndAKilledFrontDoorLeavesNoWorker()
    {
        using (var door = FrontDoorProcess.Start(_workshop.Root, "Import", "--experiment", "mini", "--jobs", "1", "--set", Endless))
        {
            using var worker = System.Diagnostics.Process.GetProcessById(WaitForTheEndlessStage(door));
            worker.Kill();
            Assert.Equal(1, door.WaitForExit());
            Assert.Contains("The worker was killed: the machine ran out of memory, or someone killed it.", door.Printed, StringComparison.Ordinal);
        }

        using (var door = FrontDoorProcess.Start(_workshop.Root, "Import", "--experiment", "mini", "--jobs", "1", "--set", Endless))
        {
            WaitForTheEndlessStage(door);
            door.Signal("KILL");
            Assert.Equal(137, door.WaitForExit());
        }

        Assert.True(FrontDoorProcess.HasNoWorkerLeft(_workshop.Store));
        RequireSound();
    }

    /// <summary>The number of its worker. The stages before it are quick.</summary>
    private int WaitForTheEndlessStage(FrontDoorProcess door)
    {
        Assert.True(SpinWait.SpinUntil(IsAtIt, FrontDoorProcess.Patience), $"The stage did not begin:\n{door.Printed}");
        return door.WaitForWorker(_workshop.Store);
    }

    /// <summary>Whether a worker has begun to write the images of the endless stage, which are more than those of any other.</summary>
    private bool IsAtIt() => Directory.Exists(Path.Combine(_workshop.Store, "work")) &&
        Directory.EnumerateFiles(Path.Combine(_workshop.Store, "work"), "*", SearchOption.AllDirectories).Any(path => new FileInfo(path) is { Exists: true, Length: > 2 << 20 });

    /// <summary>No worker, no lock, nothing damaged; and what an interruption left behind does not stand in the way.</summary>
    private void RequireSound()
    {
        Assert.True(FrontDoorProcess.HasNoWorkerLeft(_workshop.Store));
        Assert.Equal(0, FrontDoorProcess.Run(_workshop.Root, "Cache", "--verify").ExitCode);
        Assert.Equal(0, _workshop.Run(PipelineGoal.Import));
    }
}
