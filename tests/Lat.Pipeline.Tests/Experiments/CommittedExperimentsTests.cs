using Lat.Artifacts;
using Lat.Core;
using Lat.Evaluation;

namespace Lat.Pipeline.Tests;

public sealed class CommittedExperimentsTests
{
    public static TheoryData<string> Names => new(Directory.EnumerateFiles(Path.Join(Repository.Root, "experiments"), "*.yaml")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

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
            Assert.Equal(seeds, stages["lat-model"]);
            Assert.Equal(experiment.Methods.Count * targets * seeds, stages["downstream"]);
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
    [InlineData("cityscapes-acdc-bdd100k-shift-double-iterations", 8, EvaluationMetric.Ap50)]
    [InlineData("ablation-clamp-n", 3, EvaluationMetric.Ap50)]
    [InlineData("ablation-half-and-half", 3, EvaluationMetric.Ap50)]
    [InlineData("synscapes-cityscapes", 5, EvaluationMetric.Ap)]
    public void ThePapersExperimentsHaveItsProtocolAndItsNumbers(string name, int numbers, EvaluationMetric metric)
    {
        var experiment = Load(name);

        Assert.Equal(numbers, experiment.Published.Count);
        Assert.All(experiment.Published, number => Assert.Equal(metric, number.Metric));
        Assert.All(experiment.Published, number => Assert.Contains(number.Target, experiment.Targets));
        Assert.Equal((50_000, 16), (experiment.Detector.Training.Iterations, experiment.Detector.Training.BatchSize));
        Assert.Equal((30_000, 4), (experiment.Lat.Training.Iterations, experiment.Lat.Training.BatchSize));
        Assert.Equal(PretrainedExtractorKind.DinoV2, experiment.Extractor.Pretrained!.Kind);
        Assert.Equal(name.EndsWith("double-iterations", StringComparison.Ordinal) ? 100_000 : 50_000, experiment.Downstream.Training.Iterations);
    }

    [Fact]
    public void AnAblationSharesEveryStageBeforeItsChangeWithTheMainExperiment()
    {
        var main = ExperimentGraph.Of("main", Load("cityscapes-nuimages-waymo"), Some.Numerics);
        string[] before = ["import", "detector", "features", "pseudo-labels"];

        var clamped = Some.ChangedThemselves(main, ExperimentGraph.Of("clamped", Load("ablation-clamp-n"), Some.Numerics)).Select(stage => stage.Split('/')[0]);
        var mixed = Some.ChangedThemselves(main, ExperimentGraph.Of("mixed", Load("ablation-mixed"), Some.Numerics)).Select(stage => stage.Split('/')[0]);

        Assert.Empty(clamped.Intersect(before));
        Assert.Contains("lat-model", clamped);
        Assert.Empty(mixed.Intersect([.. before, "lat-model", "transfer"]));
        Assert.Contains("downstream", mixed);
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
