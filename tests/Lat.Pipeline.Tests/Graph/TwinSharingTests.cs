using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

/// <summary>The twins of the paper's six tables compute what they share once, counted by keys.</summary>
public sealed class TwinSharingTests
{
    private static readonly string[] Twins = [.. Enumerable.Range(1, 6).Select(table => FormattableString.Invariant($"twins/table-{table}"))];

    private static readonly Lazy<Dictionary<string, IReadOnlyDictionary<string, ContentHash>>> Keys = new(() => Twins.Append("quickstart")
        .ToDictionary(name => name, name => Some.Keys(ExperimentGraph.Of(name, Load(name), Some.Numerics).Nodes), StringComparer.Ordinal));

    private static Experiment Load(string name) => ExperimentFile.Load(Repository.Root, name, []);

    private static List<ContentHash> Trained(string twin, params string[] kinds) =>
        [.. Keys.Value[twin].Where(stage => kinds.Contains(stage.Key.Split('/')[0])).Select(stage => stage.Value).Distinct()];

    /// <summary>The stages of a twin that none of others has.</summary>
    private static List<string> Own(string twin, params string[] others)
    {
        var known = others.SelectMany(other => Keys.Value[other].Values).ToHashSet();
        return [.. Keys.Value[twin].Where(stage => stage.Key != "report" && !known.Contains(stage.Value)).Select(stage => stage.Key)];
    }

    private static Dictionary<string, int> Kinds(IEnumerable<string> stages) =>
        stages.GroupBy(name => name.Split('/')[0]).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    [Fact]
    public void AllSixTogetherTrainEveryDetectorAndModelOnce()
    {
        string[] kinds = ["detector", "extractor", "lat-model"];
        var together = Twins.SelectMany(twin => Trained(twin, kinds)).Distinct().Count();
        Assert.Equal((3 * 3) + 3, Twins.SelectMany(twin => Trained(twin, "detector")).Distinct().Count()); // Table 2's first dataset is Table 1's `mid`
        Assert.Equal(12 + (3 + 1 + 1) + (3 + 3 + 1 + 1), together); // extractors and LAT models of three seeds, of Table 2's data and of Table 6's; three limits
        Assert.True(together < Twins.Sum(twin => Trained(twin, kinds).Count));
    }

    [Fact]
    public void TheFirstTwinHasQuickstartsDetectorsExtractorFeaturesAndModel()
    {
        var shared = Keys.Value["twins/table-1"].Where(stage => Keys.Value["quickstart"].GetValueOrDefault(stage.Key) is var key && key == stage.Value).Select(stage => stage.Key);
        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["import"] = 6, ["detector"] = 3, ["evaluate"] = 3, ["pseudo-labels"] = 9, ["extractor"] = 1, ["features"] = 3, ["mirrored-features"] = 3, ["lat-model"] = 1,
                ["transfer"] = 4, ["alignment"] = 4, ["audit"] = 4,
            },
            Kinds(shared));
    }

    [Fact]
    public void TableThreeAddsItsLongDetectorsToTableTwo() => Assert.Equal(
        new Dictionary<string, int>(StringComparer.Ordinal) { ["downstream"] = 4, ["evaluate"] = 4, ["statistics"] = 4 },
        Kinds(Own("twins/table-3", "twins/table-2")));

    [Fact]
    public void TableFourAddsAModelForEachLimitAndWhatFollowsFromIt() => Assert.Equal(
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["lat-model"] = 3, ["transfer"] = 3 * 6, ["alignment"] = 3 * 6, ["audit"] = 3 * 6, ["downstream"] = 3 * 3, ["evaluate"] = 3 * 3,
            ["statistics"] = 5 * 3, // of one seed, where Table 1 has three
        },
        Kinds(Own("twins/table-4", "twins/table-1")));

    [Fact]
    public void TableFiveAddsDetectorsAlone() => Assert.Equal(
        new Dictionary<string, int>(StringComparer.Ordinal) { ["downstream"] = 2 * 3, ["evaluate"] = 2 * 3, ["statistics"] = 2 * 3 },
        Kinds(Own("twins/table-5", "twins/table-1", "twins/table-4")));

    [Fact]
    public void TableSixHasTableTwosImagesAndDetectors()
    {
        var kinds = Kinds(Own("twins/table-6", "twins/table-2"));
        Assert.DoesNotContain("import", kinds);
        Assert.DoesNotContain("detector", kinds);
        Assert.DoesNotContain("pseudo-labels", kinds);
    }

    [Theory]
    [InlineData("twins/table-1")]
    [InlineData("twins/table-2")]
    public void ADatasetMoreAddsTheNewRowAndColumnOfThePseudoLabelMatrix(string twin)
    {
        var experiment = Load(twin);
        var (count, seeds) = (experiment.Datasets.Count, experiment.Seeds.Count);
        var more = ExperimentFile.Load(Repository.Root, twin, ["datasets.night={kind: streets, space: mid, look: fine, seed: 9, train: 8, validation: 2}"]);
        var (before, after) = (Keys.Value[twin], Some.Keys(ExperimentGraph.Of(twin, more, Some.Numerics).Nodes));
        var known = before.Values.ToHashSet();
        var added = Kinds(after.Where(stage => !known.Contains(stage.Value)).Select(stage => stage.Key));

        Assert.Equal(2, added["import"]);
        Assert.Equal(seeds, added["detector"]);
        Assert.Equal(seeds * ((2 * count) + 1), added["pseudo-labels"]); // its detector on every set and on its own, and every detector on it
    }

    [Fact]
    public void EveryTwinHasItsTablesShape()
    {
        Assert.Equal((3, 4, 3), Shape("twins/table-1"));
        Assert.Equal((4, 4, 1), Shape("twins/table-2"));
        Assert.Equal((4, 3, 1), Shape("twins/table-3"));
        Assert.Equal((3, 5, 1), Shape("twins/table-4"));
        Assert.Equal((3, 4, 1), Shape("twins/table-5"));
        Assert.Equal((1, 10, 1), Shape("twins/table-6"));

        static (int Targets, int Rows, int Seeds) Shape(string twin)
        {
            var experiment = Load(twin);
            return (experiment.Targets.Count, BenchmarkRow.Of(experiment).Count, experiment.Seeds.Count);
        }
    }
}
