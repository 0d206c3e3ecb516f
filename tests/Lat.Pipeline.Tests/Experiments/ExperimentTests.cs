using Lat.Detection;
using Lat.Experiments;

namespace Lat.Pipeline.Tests;

public sealed class ExperimentTests
{
    [Fact]
    public void AnExperimentIsWrittenWithEveryDefaultAndReadBackTheSame()
    {
        var experiment = Some.Experiment("methods=[baseline, oracle]", "gates=[{target: mid, method: oracle, minimum: 3, atLeast: [{method: baseline, margin: 1}]}]");
        var yaml = ExperimentWriter.ToYaml(experiment);
        Assert.Equal(experiment, ExperimentBinder.Bind<Experiment>(ExperimentDocument.Parse(yaml, "written.yaml")));
        Assert.Contains("momentum: 0.9", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void ADatasetsDetectorTheExtractorAndDownstreamNameOnlyWhatDiffers()
    {
        var experiment = Some.Of(Some.Yaml + """
            detector:
              training: { iterations: 77, batchSize: 3 }
              network: { stemChannels: 8 }
            extractor:
              training: { batchSize: 5 }
            """, "datasets.fine.detector.training.iterations=9");
        Assert.Equal((9, 3), (experiment.Datasets["fine"].Detector!.Training.Iterations, experiment.Datasets["fine"].Detector!.Training.BatchSize));
        Assert.Equal(8, experiment.Datasets["fine"].Detector!.Network.StemChannels);
        Assert.Null(experiment.Datasets["mid"].Detector);
        Assert.Equal((77, 5, 8), (experiment.Extractor.Training.Iterations, experiment.Extractor.Training.BatchSize, experiment.Extractor.Network.StemChannels));
        Assert.Equal(experiment.Detector.Training, experiment.Downstream.Training);
        Assert.Equal(experiment.Detector.Network, experiment.Downstream.Network);
        Assert.Equal(new TrainingOptions(), experiment.Lat.Training);
    }

    [Theory]
    [InlineData("targets=[night]", "'targets[0]' is 'night'; expected one of the datasets: coarse, fine, mid")]
    [InlineData("targets=[mid, mid]", "'targets' names mid twice")]
    [InlineData("seeds=[1, 1]", "'seeds' names 1 twice")]
    [InlineData("methods=[]", "'methods' has 0 items")]
    [InlineData("gates=[{target: fine, method: lat, minimum: 3}]", "'gates[0].target' is 'fine'; expected one of the targets: mid")]
    [InlineData("gates=[{target: mid, method: oracle, minimum: 3}]", "names the method 'oracle'; expected one of baseline, pseudo-label, lat")]
    [InlineData("datasets.Night={kind: streets, space: mid}", "is not a dataset name.")]
    [InlineData("datasets={mid: {kind: streets, space: mid}}", "has 'pseudo-label', which needs a second dataset to transfer from")]
    [InlineData("lat.model.fusion.threshold=2/N", "'lat.model.fusion.threshold' is '2/N'; a threshold is 1/sqrt(N), 1/N or")]
    public void WhatCannotBeAskedIsRefused(string change, string message)
    {
        var refusal = Assert.Throws<ExperimentNotValidException>(() => Some.Experiment(change)).Message;
        Assert.True(refusal.Contains(message, StringComparison.Ordinal), refusal);
    }

    [Fact]
    public void AFaultInTheSharedSectionIsReportedOnce()
    {
        var refusal = Assert.Throws<ExperimentNotValidException>(() => Some.Of(Some.Yaml + "detector:\n  training: { iterations: x }\n", "datasets.mid.detector={}"));
        Assert.Equal("'detector.training.iterations' is 'x'; expected a whole number", Assert.Single(refusal.Faults).Message);
    }

    public static TheoryData<string> Files => [.. new[] { "", "twins" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, "experiments", folder), "*.yaml"))
        .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryExperimentOfTheRepositoryIsValidAndHasAGraph(string path)
    {
        var experiment = ExperimentFile.Load(Repository.Root, path, []);
        Assert.NotEmpty(ExperimentGraph.Of("x", experiment, Some.Numerics).Nodes.Nodes);
        Assert.Equal(experiment, ExperimentBinder.Bind<Experiment>(ExperimentDocument.Parse(ExperimentWriter.ToYaml(experiment), "written.yaml")));
    }
}
