using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>The pipeline on a real cluster: slurmctld, slurmd and munged of this machine.</summary>
public sealed class SlurmTests : IClassFixture<SlurmServer>, IDisposable
{
    private readonly ClusterWorkshop _workshop = new();
    private readonly HashSet<string> _before = [.. SlurmFactAttribute.Lack is null ? Numbers() : []];

    public void Dispose() => _workshop.Dispose();

    [SlurmFact]
    public async Task AClusterComputesWhatThisMachineWouldAndNothingTwice()
    {
        Assert.Equal(0, await _workshop.RunAsync(PipelineGoal.PseudoLabels));

        Assert.Contains("Slurm: 15 stages submitted, 0 in the queue already.", _workshop.Printed, StringComparison.Ordinal);
        Assert.Equal(15, _workshop.Ran.Count);
        Assert.Equal(15, _workshop.Ran.Distinct().Count());

        // 3 imports and 9 sets of pseudo-labels are 4 arrays; 3 detectors are jobs.
        Assert.Equal(7, New().Select(job => job.Split('_')[0]).Distinct().Count());

        Assert.Equal(0, await _workshop.RunAsync(PipelineGoal.PseudoLabels));
        Assert.Contains("15 stages: 0 ran, 15 reused", _workshop.Printed, StringComparison.Ordinal);
        Assert.Equal(0, await _workshop.RunAsync(PipelineGoal.PseudoLabels, StageExecutorKind.Local));
        Assert.Contains("15 stages: 0 ran, 15 reused", _workshop.Printed, StringComparison.Ordinal);
        Assert.Equal(15, New().Count);
    }

    [SlurmFact]
    public async Task JobsGoOnWithoutTheFrontDoorAndTheNextOneFollowsThem()
    {
        _workshop.Close();
        using (var stop = new CancellationTokenSource())
        {
            var first = _workshop.RunAsync(PipelineGoal.Import, cancellation: stop.Token);
            await ClusterWorkshop.Until(() => Running().Count == 2); // --jobs 2: two tasks of the array at once
            await stop.CancelAsync();
            Assert.Equal(FrontDoor.Interrupted, await first);
            Assert.Contains("The jobs go on without this command. To follow them, give it again; to end them: scancel ", _workshop.Printed, StringComparison.Ordinal);
        }

        Assert.Equal(2, Running().Count);
        var second = _workshop.RunAsync(PipelineGoal.Import);
        _workshop.Open();
        Assert.Equal(0, await second);

        Assert.Contains("Slurm: 0 stages submitted, 6 in the queue already.", _workshop.Printed, StringComparison.Ordinal);
        Assert.Equal(6, New().Count);
        Assert.Equal(6, _workshop.Ran.Count);
    }

    [SlurmFact]
    public async Task AFailureIsToldAndOnlyWhatNeedsItIsLeftOut()
    {
        _workshop.Break("detector/mid/seed-1");

        Assert.Equal(1, await _workshop.RunAsync(PipelineGoal.PseudoLabels));

        Assert.Contains("detector/mid/seed-1  FAILED", _workshop.Printed, StringComparison.Ordinal);
        Assert.Contains("failed. The last lines of its log:", _workshop.Printed, StringComparison.Ordinal);
        Assert.Contains("The weights of detector/mid/seed-1 are broken.", _workshop.Printed, StringComparison.Ordinal);
        Assert.Contains("15 stages: 11 ran, 0 reused, 1 failed, 3 skipped", _workshop.Printed, StringComparison.Ordinal);

        _workshop.Repair();
        Assert.Equal(0, await _workshop.RunAsync(PipelineGoal.PseudoLabels));
        Assert.Contains("Slurm: 4 stages submitted, 0 in the queue already.", _workshop.Printed, StringComparison.Ordinal);
        Assert.Equal(15, _workshop.Ran.Distinct().Count());
    }

    [SlurmFact]
    public async Task ACancelledJobIsToldAndTheNextRunSubmitsItAnew()
    {
        _workshop.Close();
        var run = _workshop.RunAsync(PipelineGoal.Detectors);
        await ClusterWorkshop.Until(() => Running().Count == 2);
        SlurmServer.Command("scancel", Running()[0].Split('_')[0]);
        Assert.Equal(1, await run);
        Assert.Contains("was cancelled. Run again: training goes on from its last checkpoint.", _workshop.Printed, StringComparison.Ordinal);

        _workshop.Open();
        Assert.Equal(0, await _workshop.RunAsync(PipelineGoal.Import));
        Assert.Equal(6, _workshop.Ran.Count);
    }

    [SlurmFact]
    public async Task AJobThatSlurmStartsAgainIsWaitedForAndComputesOnce()
    {
        _workshop.Close();
        var run = _workshop.RunAsync(PipelineGoal.Import);
        await ClusterWorkshop.Until(() => Running().Count == 2);
        var again = Running()[0].Split(' ')[0];
        SlurmServer.Command("scontrol", "requeue", again);
        await ClusterWorkshop.Until(() => SlurmServer.Jobs().Contains(again + " PENDING"));
        SlurmServer.Command("scontrol", "update", "JobId=" + again, "StartTime=now+3"); // Slurm itself would let two minutes pass
        _workshop.Open();

        Assert.Equal(0, await run);
        Assert.Contains("6 stages: 6 ran, 0 reused", _workshop.Printed, StringComparison.Ordinal);
        Assert.Equal(6, _workshop.Ran.Count);
        Assert.Equal(6, _workshop.Ran.Distinct().Count());
        Assert.NotEqual("0", SlurmServer.Command("squeue", "--noheader", "--states=all", "--Format=RestartCnt", "--jobs=" + again).Trim());
    }

    [SlurmFact]
    public async Task AStageThatComputesOnAGpuIsGivenOneAndOthersAreNot()
    {
        Assert.Equal(0, await _workshop.RunAsync(PipelineGoal.Detectors, device: "auto"));

        Assert.All(_workshop.Ran.Where(line => line.StartsWith("import/", StringComparison.Ordinal)), line => Assert.EndsWith(" none", line, StringComparison.Ordinal));
        var trained = _workshop.Ran.Where(line => line.StartsWith("detector/", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, trained.Count);
        Assert.All(trained, line => Assert.Contains(line[^1], "01"));
    }

    private static IReadOnlyList<string> Numbers() => [.. SlurmServer.Jobs().Select(job => job.Split(' ')[0])];

    private IReadOnlyList<string> New() => [.. Numbers().Where(job => !_before.Contains(job)).Order(StringComparer.Ordinal)];

    private IReadOnlyList<string> Running() => [.. SlurmServer.Jobs().Where(job => job.EndsWith(" RUNNING", StringComparison.Ordinal) && !_before.Contains(job.Split(' ')[0]))];
}
