using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class PlannerTests : IDisposable
{
    /// <summary>Twice what the manifest of such a stage, its fields and its key take.</summary>
    private const long MaximumBytesAStage = 200_000;

    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly ArtifactStore _store;
    private readonly CountingExecutor _executor = new();

    public PlannerTests() => _store = new ArtifactStore(Path.Combine(_folder.Path, "store"), new UnflushedFiles());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void BeforeTheFirstRunEverythingRuns()
    {
        AssertPlan(
            Some.Diamond().Select(["plot"]),
            """
            import  run    never run
            train   run    never run
            plot    run    never run
            3 stages: 0 reused, 3 to run, 0 to run if an input changes
            """);
        Assert.False(Directory.Exists(_store.Directory));
    }

    [Fact]
    public async Task AfterARunEverythingIsReused()
    {
        await RunAsync(Some.Diamond());

        var plan = Planner.Plan(Some.Diamond(), _store);

        Assert.All(plan.Stages, stage => Assert.Equal(StageDecision.Reuse, stage.Decision));
        Assert.Equal($"spare   reuse  {plan["spare"].Key!.Value.Hex[..4]}…", Explainer.Format(plan).Split('\n')[4]);
    }

    [Fact]
    public async Task AChangedFieldIsNamedAndWhatFollowsWaits()
    {
        await RunAsync(Some.Diamond());

        AssertPlan(
            Some.Diamond().With("train", node => node.WithField("name", "other") with { CodeRevision = "2" }),
            $"""
            import  reuse  {Key("import")}
            train   run    code revision 1 → 2
                           field name: train → other
            report  run?   waits for train (code revision 1 → 2 and 1 more)
            plot    run?   waits for train (code revision 1 → 2 and 1 more)
            spare   reuse  {Key("spare")}
            other   reuse  {Key("other")}
            6 stages: 3 reused, 1 to run, 2 to run if an input changes
            """);
    }

    [Fact]
    public async Task AnInputThatChangedIsNamedWithBothContents()
    {
        var file = _folder.File("a.json", "1");
        var graph = Some.Graph(Some.Node("import") with { ExternalInputs = [ExternalInput.File("annotations", file)] });
        await RunAsync(graph);
        File.WriteAllText(file, "2");

        AssertPlan(
            graph,
            """
            import  run    input annotations changed (6b86… → d473…)
            1 stages: 0 reused, 1 to run, 0 to run if an input changes
            """);
    }

    [Fact]
    public async Task DamageAndLossAreToldApartFromChange()
    {
        await RunAsync(Some.Diamond());
        var plan = Planner.Plan(Some.Diamond(), _store);
        File.WriteAllText(_store.Layout.Manifest(plan["spare"].Key!.Value), "");
        Directory.Delete(_store.Layout.Result(plan["plot"].Key!.Value), recursive: true);

        var after = Planner.Plan(Some.Diamond(), _store);

        Assert.Equal("stored result damaged: the manifest does not match its checksum", Assert.Single(after["spare"].Reasons).ToString());
        Assert.Equal("stored result gone", Assert.Single(after["plot"].Reasons).ToString());
        Assert.Equal("waits for spare", Assert.Single(after["other"].Reasons).ToString());
    }

    [Fact]
    public async Task APlanTellsHowLongItTookLastTime()
    {
        _executor.Behaviours["import"] = async (_, token) =>
        {
            await Task.Delay(60, token);
            return "";
        };
        await RunAsync(Some.Diamond());

        var plan = Planner.Plan(Some.Diamond().With("import", node => node with { CodeRevision = "2" }), _store);

        Assert.InRange(plan.LastSeconds, 0.05, 60);
        Assert.Equal(plan["import"].LastSeconds!.Value, _store.History.Last("quickstart", "import")!.Measurements.Seconds);
    }

    [Fact]
    public void AnExternalInputThatIsGoneIsNamed()
    {
        var path = Path.Combine(_folder.Path, "gone.json");
        var graph = Some.Graph(Some.Node("import") with { ExternalInputs = [ExternalInput.File("annotations", path)] });

        var exception = Assert.Throws<LatException>(() => Planner.Plan(graph, _store));

        Assert.StartsWith($"The input 'annotations' of stage 'import' cannot be read: {path}. ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoThousandStagesArePlannedWithOneLookAtEach()
    {
        var graph = Some.Graph(Enumerable.Range(0, 2000).Select(index => (index % 10 == 0 ? Some.Node($"n/{index}") : Some.Node($"n/{index}", $"n/{index - 1}")) with
        {
            Fields = [.. Enumerable.Range(0, 40).Select(field => new SpecField($"train.field{field}", $"{field + index}"))],
        }));
        await RunAsync(graph);

        // What a plan costs is measured in bench/store; here it is only counted, since this machine may be a busy one.
        Planner.Plan(graph, new ArtifactStore(_store.Directory));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var plan = Planner.Plan(graph, new ArtifactStore(_store.Directory));

        Assert.Equal(2000, plan.Count(StageDecision.Reuse));
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 2000, 0, MaximumBytesAStage);
    }

    private async Task RunAsync(StageGraph graph) => Assert.True((await new GraphRunner(_store, _executor).RunAsync(graph)).Succeeded);

    private string Key(string node) => Planner.Plan(Some.Diamond(), _store)[node].Key!.Value.Hex[..4] + "…";

    private void AssertPlan(StageGraph graph, string expected) => Assert.Equal(expected, Explainer.Format(Planner.Plan(graph, _store)));
}
