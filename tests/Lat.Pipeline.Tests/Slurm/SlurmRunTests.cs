using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class SlurmRunTests : IDisposable
{
    private readonly SlurmWorkshop _workshop = new();
    private readonly StageGraph _graph = SlurmWorkshop.Graph();

    private FakeCluster Cluster => _workshop.Cluster;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task EveryStageIsSubmittedOnceBehindThoseItNeeds()
    {
        using var stop = StopAfterSubmission();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _workshop.RunAsync(_graph, cancellation: stop.Token));

        Assert.Equal(["a/1 a/2", "b/1", "b/2", "c"], Cluster.Submissions.Select(submission => string.Join(' ', _workshop.StagesOf(submission))));
        Assert.Equal(["", "101_0", "101_1", "102 103"], Cluster.Submissions.Select(submission => string.Join(' ', submission.After)));
        Assert.Equal(["a", "b/1", "b/2", "c"], Cluster.Submissions.Select(submission => submission.Name));
        Assert.StartsWith("Slurm: 5 stages submitted, 0 in the queue already. Logs: ", _workshop.Notices[0], StringComparison.Ordinal);
        Assert.Equal("The jobs go on without this command. To follow them, give it again; to end them: scancel 101 102 103 104", _workshop.Notices[1]);
    }

    [Fact]
    public async Task ARunEndsWhenTheStoreHasEveryResult()
    {
        Cluster.Looked = OnLook(4, async () =>
        {
            await _workshop.Compute(_graph, "c");
            PutAll("COMPLETED");
        });

        var report = await _workshop.RunAsync(_graph);

        Assert.True(report.Succeeded);
        Assert.Equal(5, report.Count(StageStatus.Ran));
        Assert.NotNull(_workshop.Store.History.Last("some", "c"));
    }

    [Fact]
    public async Task AStoredStageIsNotSubmitted()
    {
        await _workshop.Compute(_graph, "b/1");
        using var stop = StopAfterSubmission();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _workshop.RunAsync(_graph, cancellation: stop.Token));

        Assert.Equal(["a/2", "b/2", "c"], Cluster.Submissions.SelectMany(_workshop.StagesOf));
        Assert.Equal(["", "101", "102"], Cluster.Submissions.Select(submission => string.Join(' ', submission.After)));
    }

    [Fact]
    public async Task NothingIsAskedOfTheClusterWhereTheStoreHasAll()
    {
        await _workshop.Compute(_graph, "c");
        Cluster.IsUp = false;

        Assert.Equal(5, (await _workshop.RunAsync(_graph)).Count(StageStatus.Reused));
        Assert.Empty(_workshop.Notices);
    }

    [Fact]
    public async Task ALaterRunFollowsTheJobsThatAreUnderWay()
    {
        using (var stop = StopAfterSubmission())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _workshop.RunAsync(_graph, cancellation: stop.Token));
        }

        // Meanwhile the first level is done: what comes after it is still the same stage.
        await _workshop.Compute(_graph, "a/1", "a/2");
        Cluster.Put("101_0", "COMPLETED");
        Cluster.Put("101_1", "COMPLETED");
        Cluster.Looked = OnLook(2, async () =>
        {
            await _workshop.Compute(_graph, "c");
            PutAll("COMPLETED");
        });

        var report = await _workshop.RunAsync(_graph);

        Assert.True(report.Succeeded);
        Assert.Equal(4, Cluster.Submissions.Count);
        Assert.Contains(_workshop.Notices, notice => notice.StartsWith("Slurm: 0 stages submitted, 3 in the queue already.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AChangedStageIsSubmittedAnewAndTheOthersAreFollowed()
    {
        using (var stop = StopAfterSubmission())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _workshop.RunAsync(_graph, cancellation: stop.Token));
        }

        using var second = StopAfterSubmission();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _workshop.RunAsync(SlurmWorkshop.Graph(field: "2"), cancellation: second.Token));

        // a/1 differs, so what comes after it does; a/2 and b/2 do not.
        Assert.Equal(["a/1", "b/1", "c"], Cluster.Submissions.Skip(4).SelectMany(_workshop.StagesOf));
        Assert.Equal(["", "105", "103 106"], Cluster.Submissions.Skip(4).Select(submission => string.Join(' ', submission.After.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task AJobThatNeverRunsIsEndedAndSubmittedAnew()
    {
        using (var stop = StopAfterSubmission())
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _workshop.RunAsync(_graph, cancellation: stop.Token));
        }

        Cluster.Put("101_0", "FAILED", "NonZeroExitCode");
        Cluster.Put("102", "PENDING", "DependencyNeverSatisfied");
        using var second = StopAfterSubmission();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _workshop.RunAsync(_graph, cancellation: second.Token));

        Assert.Equal(["102"], Cluster.Cancelled);
        Assert.Equal(["a/1", "b/1"], Cluster.Submissions.Skip(4).SelectMany(_workshop.StagesOf));
    }

    [Fact]
    public async Task AFailedJobIsToldWithTheLastLinesOfItsLogAndOnlyItsDependentsAreSkipped()
    {
        Directory.CreateDirectory(SlurmSubmitter.LogDirectoryOf(_workshop.Store));
        await File.WriteAllLinesAsync(Path.Combine(SlurmSubmitter.LogDirectoryOf(_workshop.Store), "101_0.log"), Enumerable.Range(1, 40).Select(line => $"line {line}"));
        Cluster.Looked = OnLook(2, async () =>
        {
            await _workshop.Compute(_graph, "b/2");
            PutAll("COMPLETED");
            Cluster.Put("101_0", "FAILED", "NonZeroExitCode");
            Cluster.Put(_workshop.JobOf("b/1"), "CANCELLED", "DependencyNeverSatisfied");
            Cluster.Put(_workshop.JobOf("c"), "CANCELLED", "DependencyNeverSatisfied");
        });

        var report = await _workshop.RunAsync(_graph);

        Assert.Equal(StageStatus.Failed, report["a/1"].Status);
        Assert.StartsWith("Job 101_0 failed. The last lines of its log:\nline 21\n", report["a/1"].Error!.Message, StringComparison.Ordinal);
        Assert.Contains("line 40\nAll of its log: ", report["a/1"].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(StageStatus.Ran, report["b/2"].Status);
        Assert.Equal("needs 'a/1', which failed", report["b/1"].SkipReason);
        Assert.Equal("needs 'b/1', which was skipped", report["c"].SkipReason);
    }

    [Theory]
    [InlineData("TIMEOUT", "ran into its time limit. Raise 'time'")]
    [InlineData("OUT_OF_MEMORY", "took more memory than it had asked for. Raise 'memory'")]
    [InlineData("CANCELLED", "was cancelled. Run again")]
    [InlineData("NODE_FAIL", "lost its node, and Slurm did not start it again.")]
    [InlineData("PREEMPTED", "had to make room for another job.")]
    [InlineData("DEADLINE", "ended as DEADLINE (None).")]
    public async Task TheEndOfAJobSaysWhatToDo(string state, string words)
    {
        Cluster.Looked = OnLook(2, () =>
        {
            Cluster.Put("101", state);
            return Task.CompletedTask;
        });

        var report = await _workshop.RunAsync(_graph.Select(["a/1"]));

        Assert.Contains(words, report["a/1"].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJobThatIsStartedAgainIsWaitedFor()
    {
        var states = new Queue<string>(["RUNNING", "PENDING", "RUNNING", "COMPLETING"]);
        Cluster.Looked = () =>
        {
            if (Cluster.Submissions.Count > 0)
            {
                Cluster.Put("101", states.TryDequeue(out var state) ? state : "COMPLETED", "None");
            }

            if (states.Count == 0)
            {
                _workshop.Compute(_graph, "a/1").GetAwaiter().GetResult();
            }
        };

        Assert.True((await _workshop.RunAsync(_graph.Select(["a/1"]))).Succeeded);
        Assert.Single(Cluster.Submissions);
    }

    [Fact]
    public async Task AResultThatTheNetworkShowsLateIsWaitedFor()
    {
        Cluster.Looked = () =>
        {
            if (Cluster.Submissions.Count > 0)
            {
                PutAll("COMPLETED");
            }

            if (_workshop.Clock.GetElapsedTime(0) > TimeSpan.FromSeconds(60) && _workshop.Store.History.Last("some", "a/1") is null)
            {
                _workshop.Compute(_graph, "a/1").GetAwaiter().GetResult();
            }
        };

        Assert.True((await _workshop.RunAsync(_graph.Select(["a/1"]))).Succeeded);
    }

    [Theory]
    [InlineData("COMPLETED", "says that it is done, but its result is not in the store")]
    [InlineData(null, "is no longer in the queue, and the store has no result of it.")]
    public async Task AResultThatNeverComesIsAFailure(string? state, string words)
    {
        Cluster.Looked = OnLook(2, () =>
        {
            if (state is null)
            {
                Cluster.Forget("101");
            }
            else
            {
                Cluster.Put("101", state);
            }

            return Task.CompletedTask;
        });

        var report = await _workshop.RunAsync(_graph.Select(["a/1"]));

        Assert.Contains(words, report["a/1"].Error!.Message, StringComparison.Ordinal);
        Assert.True(_workshop.Clock.GetElapsedTime(0) >= TimeSpan.FromSeconds(_workshop.Options.ResultPatienceSeconds));
    }

    [Fact]
    public async Task AControllerThatIsAwayForAWhileIsWaitedFor()
    {
        var looks = 0;
        Cluster.Looked = () =>
        {
            Cluster.IsUp = ++looks is 1 or > 20;
            if (looks == 21)
            {
                _workshop.Compute(_graph, "c").GetAwaiter().GetResult();
                PutAll("COMPLETED");
            }
        };

        Assert.True((await _workshop.RunAsync(_graph)).Succeeded);
        Assert.Single(_workshop.Notices, notice => notice.Contains("Unable to contact slurm controller The jobs go on; asking again.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AControllerThatStaysAwayEndsTheCommandAndNotTheJobs()
    {
        var looks = 0;
        Cluster.Looked = () => Cluster.IsUp = ++looks == 1;

        var fault = await Assert.ThrowsAsync<SlurmFaultException>(() => _workshop.RunAsync(_graph));

        Assert.Contains("Unable to contact slurm controller", fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("The jobs go on without this command.", _workshop.Notices[^1], StringComparison.Ordinal);
        Assert.Empty(Cluster.Cancelled);
    }

    [Fact]
    public async Task AFullQueueTakesTheRestWhenJobsHaveEnded()
    {
        Cluster.Limit = 2;
        Cluster.Looked = () =>
        {
            // What is in the queue and can run, runs.
            foreach (var job in Cluster.Jobs.Where(job => job.Phase == SlurmJobPhase.Waiting).ToList())
            {
                var stage = SlurmTicket.Of(job.Comment, _workshop.Store.Directory)!.Stages[job.Index].Name;
                _workshop.Compute(_graph, stage).GetAwaiter().GetResult();
                Cluster.Put(job.Id, "COMPLETED");
            }
        };

        var report = await _workshop.RunAsync(_graph);

        Assert.True(report.Succeeded);
        Assert.StartsWith("Slurm: 2 stages submitted, 0 in the queue already, 3 later, when the cluster takes more of them.", _workshop.Notices[0], StringComparison.Ordinal);
        Assert.Equal(4, Cluster.Submissions.Count);
    }

    [Fact]
    public async Task ARefusedJobIsAFailureOfTheCommand()
    {
        Cluster.Limit = 0;

        Assert.Contains("QOSMaxSubmitJobPerUserLimit", (await Assert.ThrowsAsync<SlurmFaultException>(() => _workshop.RunAsync(_graph))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWaitThatTakesLongIsExplained()
    {
        Cluster.Looked = () =>
        {
            if (_workshop.Notices.Any(notice => notice.StartsWith("No job runs", StringComparison.Ordinal)))
            {
                _workshop.Compute(_graph, "c").GetAwaiter().GetResult();
                PutAll("COMPLETED");
            }
        };

        await _workshop.RunAsync(_graph);

        Assert.Contains("No job runs; the first waits: a/1, job 101_0, Priority", _workshop.Notices);
    }

    [Fact]
    public async Task StagesThatComputeTheSameShareAJob()
    {
        var twin = _graph["a/1"] with { Name = "z/twin", Kind = "a" };
        var graph = new StageGraph("some", [.. _graph.Nodes, twin]);
        Cluster.Looked = OnLook(2, async () =>
        {
            await _workshop.Compute(_graph, "c");
            PutAll("COMPLETED");
        });

        var report = await _workshop.RunAsync(graph);

        Assert.DoesNotContain("z/twin", Cluster.Submissions.SelectMany(_workshop.StagesOf));
        Assert.Equal(StageStatus.Reused, report["z/twin"].Status);
    }

    [Fact]
    public async Task AResultThatIsRefusedFailsItsStage()
    {
        await _workshop.Compute(_graph, "c");

        var report = await _workshop.RunAsync(_graph, refusal: (node, _) => node.Name == "a/1" ? "not what the lock says" : null);

        Assert.Equal("not what the lock says", report["a/1"].Error!.Message);
    }

    private CancellationTokenSource StopAfterSubmission()
    {
        var source = new CancellationTokenSource();
        Cluster.Looked = OnLook(2, () =>
        {
            source.Cancel();
            return Task.CompletedTask;
        });
        return source;
    }

    /// <summary>Acts on the n-th look from now on.</summary>
    private static Action OnLook(int number, Func<Task> act)
    {
        var looks = 0;
        return () =>
        {
            if (++looks == number)
            {
                act().GetAwaiter().GetResult();
            }
        };
    }

    private void PutAll(string state)
    {
        foreach (var job in Cluster.Jobs.ToList())
        {
            Cluster.Put(job.Id, state);
        }
    }
}
