using Lat.Artifacts;
using Lat.Core;
using Lat.Evaluation;
using Lat.Experiments;

namespace Lat.Pipeline.Tests;

public sealed class CommittedExperimentsTests
{
    public static TheoryData<string> Names => new(new[] { "", "twins" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Join(Repository.Root, "experiments", folder), "*.yaml"))
        .Select(path => Path.ChangeExtension(Path.GetRelativePath(Path.Join(Repository.Root, "experiments"), path), null)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryExperimentLoadsAndPlansWithoutItsData(string name)
    {
        var experiment = Load(name);
        var store = Directory.CreateTempSubdirectory("lat-plan-");
        try
        {
            var plan = Planner.Plan(ExperimentGraph.Of(name, experiment, Some.Numerics, new DataFolder(store.FullName)).Nodes, new ArtifactStore(store.FullName));
            var stages = plan.Stages.GroupBy(stage => stage.Node.Name.Split('/')[0]).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

            int datasets = experiment.Datasets.Count, seeds = experiment.Seeds.Count, targets = experiment.Targets.Count;
            Assert.Equal(2 * datasets, stages["import"]);
            Assert.Equal(datasets * seeds, stages["detector"]);
            Assert.Equal(datasets * seeds, stages["features"]);
            Assert.Equal(BenchmarkRow.Of(experiment).Where(row => row.Method == Method.Lat).Select(row => row.LatModel).Distinct().Count() * seeds, stages["lat-model"]);
            Assert.Equal((experiment.Methods.Count + experiment.Rows.Count) * targets * seeds, stages["downstream"]);
            Assert.Equal((datasets * seeds) + stages["downstream"], stages["evaluate"]);
        }
        finally
        {
            store.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsMissingIsNamedWithItsPlaceAndItsSource(string name)
    {
        var experiment = Load(name);
        var lines = DatasetDownloads.Missing(experiment, new DataFolder("/nowhere")).ToList();

        Assert.Equal(experiment.Datasets.Values.Count(dataset => dataset is FolderDatasetOptions), lines.Count);
        Assert.All(lines, line => Assert.Contains("is expected in '/nowhere/", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains("Download ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cityscapes-nuimages-waymo", 12, EvaluationMetric.Ap50)]
    [InlineData("cityscapes-acdc-bdd100k-shift", 16, EvaluationMetric.Ap50)]
    [InlineData("cityscapes-acdc-bdd100k-shift-double-iterations", 12, EvaluationMetric.Ap50)]
    [InlineData("cityscapes-nuimages-waymo-attention", 12, EvaluationMetric.Ap50)]
    [InlineData("cityscapes-nuimages-waymo-strategies", 9, EvaluationMetric.Ap50)]
    [InlineData("synscapes-cityscapes", 10, EvaluationMetric.Ap)]
    public void ThePapersExperimentsHaveItsProtocolAndItsNumbers(string name, int numbers, EvaluationMetric metric)
    {
        var experiment = Load(name);

        Assert.Equal(numbers, experiment.Published.Count);
        Assert.All(experiment.Published, number => Assert.Equal(metric, number.Metric));
        Assert.All(experiment.Published, number => Assert.Contains(number.Target, experiment.Targets));
        Assert.Equal((50_000, 16), (experiment.Detector.Training.Iterations, experiment.Detector.Training.BatchSize));
        Assert.Equal((30_000, 4), (experiment.Lat.Training.Iterations, experiment.Lat.Training.BatchSize));
        Assert.Equal(PretrainedExtractorKind.DinoV2, experiment.Extractor.Pretrained!.Kind);
        Assert.Equal(50_000, experiment.Downstream.Training.Iterations);
        var rows = BenchmarkRow.Of(experiment).Select(row => row.Name).ToList();
        Assert.All(experiment.Published, number => Assert.Contains(number.Method, rows));
    }

    [Theory]
    [InlineData("cityscapes-nuimages-waymo-attention", "cityscapes-nuimages-waymo")]
    [InlineData("cityscapes-nuimages-waymo-strategies", "cityscapes-nuimages-waymo")]
    [InlineData("cityscapes-acdc-bdd100k-shift-double-iterations", "cityscapes-acdc-bdd100k-shift")]
    public void AnAblationsTableHasTheMainExperimentsStagesAndItsRows(string name, string main)
    {
        var (before, after) = (Some.Keys(ExperimentGraph.Of("main", Load(main), Some.Numerics).Nodes), Some.Keys(ExperimentGraph.Of("rows", Load(name), Some.Numerics).Nodes));
        Assert.All(before.Where(stage => after.ContainsKey(stage.Key) && stage.Key != "report"), stage => Assert.Equal(stage.Value, after[stage.Key]));

        var rows = Load(name).Rows.Select(row => row.Name).ToList();
        Assert.All(after.Keys.Except(before.Keys), stage => Assert.Contains(rows, row => stage.Contains($"/{row}/", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheLongSchedulesRowTrainsTwiceAsLong() => Assert.Equal(
        100_000, BenchmarkRow.Of(Load("cityscapes-acdc-bdd100k-shift-double-iterations"))[^1].Experiment.Downstream.Training.Iterations);

    [Fact]
    public void WhatDiffersFromThePapersSettingsIsFoundAndNothingElse()
    {
        var experiment = Load("cityscapes-nuimages-waymo");
        var differing = SettingDeviations.Of(experiment, ExperimentWriter.ToYaml(experiment)).ToDictionary(item => item.Field, item => (item.Published, item.Here));
        Assert.Equal(("0.2", "0.02"), differing["detector.training.baseLearningRate"]);
        Assert.Equal(("0.2", "0.005"), differing["lat.training.baseLearningRate"]);
        Assert.Equal(("scale-both-ways", "scale-down"), differing["lat.model.fusion.limit"]);
        Assert.DoesNotContain(differing.Values, item => item.Here.StartsWith("no such", StringComparison.Ordinal));
        Assert.DoesNotContain("detector.training.iterations", differing.Keys);
        Assert.Empty(SettingDeviations.Of(experiment with { PublishedSettings = NamedMap<string>.Empty }, ExperimentWriter.ToYaml(experiment)));
    }

    [Fact]
    public void TheBaselineOfThePaperIsTheDatasetsOwnDetector()
    {
        var keys = Some.Keys(ExperimentGraph.Of("main", Load("cityscapes-nuimages-waymo"), Some.Numerics).Nodes);

        Assert.Equal(keys["detector/waymo/seed-1"], keys["downstream/baseline/waymo/seed-1"]);
    }

    [Fact]
    public void PublishedNumbersChangeNoKeyButTheReports()
    {
        var experiment = Load("cityscapes-nuimages-waymo");
        var changed = Some.ChangedThemselves(
            ExperimentGraph.Of("with", experiment, Some.Numerics), ExperimentGraph.Of("without", experiment with { Published = [] }, Some.Numerics));

        Assert.Equal(["report"], changed);
    }

    [Fact]
    public void WeightsAreFoundInTheFolderOfTheDatasets()
    {
        var data = Directory.CreateTempSubdirectory("lat-data-");
        try
        {
            var experiment = Load("real-street");
            var place = Path.Join(data.FullName, experiment.Extractor.Pretrained!.File);
            Assert.Equal(experiment, LocatedWeights.Of(experiment, new DataFolder(data.FullName)));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.WriteAllText(place, "");

            Assert.Equal(place, LocatedWeights.Of(experiment, new DataFolder(data.FullName)).Extractor.Pretrained!.File);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Experiment Load(string name) => ExperimentFile.Load(Repository.Root, name, []);
}
