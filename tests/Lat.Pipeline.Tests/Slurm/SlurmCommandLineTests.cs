namespace Lat.Pipeline.Tests;

public sealed class SlurmCommandLineTests
{
    private static readonly SlurmSubmission Single = new()
    {
        Name = "lat-model/seed-1", Comment = "lat:ab", Script = "#!/bin/sh\n", LogDirectory = "/store/a%b/logs", Tasks = 1, Threads = 8, UsesGpu = false, Request = new SlurmRequest(),
    };

    [Fact]
    public void WhatIsNotAskedForIsLeftToTheCluster()
    {
        var arguments = SlurmCommandLine.ArgumentsOf(Single);

        Assert.Contains("--job-name=lat-model/seed-1", arguments);
        Assert.Contains("--comment=lat:ab", arguments);
        Assert.Contains("--cpus-per-task=8", arguments);
        Assert.Contains("--output=/store/a%%b/logs/%j.log", arguments);
        Assert.DoesNotContain(arguments, argument => new[] { "--mem", "--gres", "--partition", "--account", "--qos", "--time", "--array", "--dependency" }.Any(argument.StartsWith));
    }

    [Fact]
    public void EverythingThatIsAskedForIsSaid()
    {
        var arguments = SlurmCommandLine.ArgumentsOf(Single with
        {
            Tasks = 12,
            AtOnce = 4,
            After = ["7", "8_3"],
            MemoryBytes = (3L << 30) + 1,
            UsesGpu = true,
            Request = new SlurmRequest { Partition = "p", Account = "a", QualityOfService = "q", Time = "1-00", Gpu = "gpu:h100:1", Arguments = ["--constraint=nvme"] },
        });

        Assert.Equal(
            ["--output=/store/a%%b/logs/%A_%a.log", "--array=0-11%4", "--dependency=afterok:7:8_3", "--cpus-per-task=8", "--mem=3073M", "--gres=gpu:h100:1", "--partition=p", "--account=a", "--qos=q", "--time=1-00", "--constraint=nvme"],
            arguments.SkipWhile(argument => !argument.StartsWith("--output", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheQueueIsReadWhateverIsInTheComments()
    {
        var jobs = SlurmCommandLine.Parse("""
            12|RUNNING|None|node[1-2]|lat:ab
            13_4|PENDING|Dependency||a | b|c
            slurm_load_jobs error
            14|COMPLETED|None|node1|

            """);

        Assert.Equal(
            [
                new SlurmJob("12", "RUNNING", "None", "node[1-2]", "lat:ab"),
                new SlurmJob("13_4", "PENDING", "Dependency", "", "a | b|c"),
                new SlurmJob("14", "COMPLETED", "None", "node1", ""),
            ],
            jobs);
        Assert.Equal([0, 4, 0], jobs.Select(job => job.Index));
    }

    [Theory]
    [InlineData("PENDING", "Waiting")]
    [InlineData("REQUEUE_HOLD", "Waiting")]
    [InlineData("CONFIGURING", "Waiting")]
    [InlineData("RUNNING", "Running")]
    [InlineData("COMPLETING", "Running")]
    [InlineData("SUSPENDED", "Running")]
    [InlineData("A_STATE_OF_NEXT_YEAR", "Running")]
    [InlineData("COMPLETED", "Succeeded")]
    [InlineData("FAILED", "Failed")]
    [InlineData("TIMEOUT", "Failed")]
    [InlineData("OUT_OF_MEMORY", "Failed")]
    public void EveryStateHasItsPhase(string state, string phase) => Assert.Equal(phase, new SlurmJob("1", state, "None", "", "").Phase.ToString());

    [Fact]
    public void AScriptKeepsPathsWhole() => Assert.Equal(
        "#!/bin/sh\nexec 'dot net' '/it'\\''s/lat.dll' stage run-submitted '/a b/t.json' --store '/a b' --task \"${SLURM_ARRAY_TASK_ID:-0}\"\n",
        SlurmOrder.ScriptFor(["dot net", "/it's/lat.dll"], "/a b/t.json", "/a b").ReplaceLineEndings("\n"));

    [Fact]
    public async Task AHostWithoutSlurmIsTold() => Assert.StartsWith(
        "There is no no-such-sbatch on this machine. Run this on a host of the cluster",
        (await Assert.ThrowsAsync<SlurmFaultException>(() => SlurmCommand.RunAsync("no-such-sbatch", [], null, CancellationToken.None))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("echo 'sbatch: error: AssocMaxSubmitJobLimit' >&2; exit 1", true)]
    [InlineData("echo 'sbatch: error: invalid partition specified: nope' >&2; exit 1", false)]
    public async Task AFullQueueIsToldFromAMistake(string script, bool isLimit)
    {
        var fault = await Assert.ThrowsAsync<SlurmFaultException>(() => SlurmCommand.RunAsync("/bin/sh", ["-c", script], null, CancellationToken.None));

        Assert.Equal(isLimit, fault.IsLimit);
        Assert.StartsWith("/bin/sh ended with exit code 1: sbatch: error: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACommandIsGivenItsInput() => Assert.Equal("a\nb", await SlurmCommand.RunAsync("/bin/cat", [], "a\nb", CancellationToken.None));
}
