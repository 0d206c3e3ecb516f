using System.Text.Json;

namespace Lat.Artifacts.Tests;

public sealed class CodeExplanationTests : IDisposable
{
    private static readonly CodeListing _before = CodeListing.Of([new("method A.Keep()", "1"), new("method A.Sort()", "1"), new("package P", "1.0")]);
    private static readonly CodeListing _after = CodeListing.Of([new("method A.Keep()", "2"), new("method A.Sort()", "1"), new("package P", "1.1")]);

    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();
    private readonly ArtifactStore _store;

    public CodeExplanationTests() => _store = new ArtifactStore(Path.Combine(_folder.Path, "store"), new UnflushedFiles());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AChangedMethodIsNamedAndWhatWaitsSaysForWhat()
    {
        await RunBefore(keep: true);
        Assert.Equal(
            $"""
            import  reuse  {Plan()["import"].Key!.Value.Hex[..4]}…
            train   run    method A.Keep() changed
                           package P 1.0 → 1.1
            plot    run?   waits for train (method A.Keep() changed and 1 more)
            last    run?   waits for plot ← train (method A.Keep() changed and 1 more)
            4 stages: 1 reused, 1 to run, 2 to run if an input changes
            """,
            Explainer.Format(Plan()));
    }

    [Fact]
    public async Task ARaisedNumberIsToldFromChangedCode()
    {
        await RunBefore(keep: true);
        var plan = Planner.Plan(Graph(new CodeRevision(2, _before.Identity)), _store, _ => _before);
        Assert.Equal("code revision 1 → 2", Assert.Single(plan["train"].Reasons).ToString());
    }

    [Fact]
    public async Task WithoutTheOldListingTheExplanationSaysThatTheCodeChanged()
    {
        await RunBefore(keep: false);
        Assert.Equal(
            $"code revision 1-{_before.Identity.Hex[..4]}… → 1-{_after.Identity.Hex[..4]}…", Assert.Single(Plan()["train"].Reasons).ToString());
    }

    [Fact]
    public async Task OfManyChangedMethodsTheFirstAreNamed()
    {
        await RunBefore(keep: true);
        var many = CodeListing.Of(Enumerable.Range(0, 9).Select(index => new CodeEntry($"method B.M{index}()", "1")).Concat(_before.Entries));
        var plan = Planner.Plan(Graph(new CodeRevision(1, many.Identity)), _store, _ => many);
        var lines = Explainer.Format(plan).Split('\n');
        Assert.Equal("train   run    method B.M0() added", lines[1]);
        Assert.Equal("               method B.M4() added", lines[5]);
        Assert.Equal("               and 4 more of its code", lines[6]);
        Assert.StartsWith("plot", lines[7], StringComparison.Ordinal);
        Assert.Equal(9, plan["train"].Reasons.Count);
    }

    [Fact]
    public async Task AnExplanationForProgramsHoldsTheReasonsAndWhereTheyBegin()
    {
        await RunBefore(keep: true);
        var json = JsonDocument.Parse(ExplanationJson.Format(Plan())).RootElement;
        Assert.Equal("quickstart", json.GetProperty("experiment").GetString());
        Assert.Equal([1, 1, 2], new[] { "reuse", "run", "runIfInputChanges" }.Select(name => json.GetProperty(name).GetInt32()));
        var stages = json.GetProperty("stages").EnumerateArray().ToDictionary(stage => stage.GetProperty("name").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["reuse", "run", "run-if-input-changes"], new[] { "import", "train", "plot" }.Select(name => stages[name].GetProperty("decision").GetString()));
        Assert.Equal("""{"kind":"code","name":"method A.Keep()","old":"1","new":"2"}""", Compact(stages["train"].GetProperty("reasons")[0]));
        Assert.Equal("""{"kind":"input-pending","name":"plot","old":null,"new":null}""", Compact(Assert.Single(stages["last"].GetProperty("reasons").EnumerateArray())));
        var cause = Assert.Single(stages["last"].GetProperty("causes").EnumerateArray());
        Assert.Equal("""["last","plot","train"]""", Compact(cause.GetProperty("chain")));
        Assert.Equal(2, cause.GetProperty("reasons").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, stages["train"].GetProperty("key").ValueKind == JsonValueKind.String ? JsonValueKind.Null : JsonValueKind.Undefined);
    }

    [Fact]
    public async Task AnInputThatChangedNamesWhoMadeIt()
    {
        await RunBefore(keep: true);
        var other = Some.Graph(Some.Node("import").WithField("name", "other"), Some.Node("train", "import") with { CodeRevision = new CodeRevision(1, _before.Identity).ToString() });
        Assert.True((await new GraphRunner(_store, new CountingExecutor()).RunAsync(other.Select(["import"]))).Succeeded);
        Assert.Matches("train   run    input import.* changed \\(.{5} → .{5}\\), made by import\n", Explainer.Format(Planner.Plan(other, _store)));
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static StageGraph Graph(CodeRevision code) => Some.Graph(
        Some.Node("import"), Some.Node("train", "import") with { CodeRevision = code.ToString() }, Some.Node("plot", "train"), Some.Node("last", "plot"));

    private RunPlan Plan() => Planner.Plan(Graph(new CodeRevision(1, _after.Identity)), _store, _ => _after);

    private async Task RunBefore(bool keep)
    {
        Assert.True((await new GraphRunner(_store, new CountingExecutor()).RunAsync(Graph(new CodeRevision(1, _before.Identity)))).Succeeded);
        if (keep)
        {
            new CodeArchive(_store.Directory).Keep(_before);
        }
    }
}
