using Lat.Experiments;
using Lat.Transfer;

namespace Lat.Pipeline.Tests;

/// <summary>Rows of the table beside the plain methods.</summary>
public sealed class RowTests
{
    private const string Rows = """
        methods: [baseline, lat]
        downstream: { fineTuneIterations: 7, labelThreshold: 0.4, training: { iterations: 90 } }
        lat: { training: { iterations: 33 } }
        rows:
          - { name: clamp-n, method: lat, lat: { model: { fusion: { limit: clamp } } } }
          - { name: mixed, method: lat, strategy: mixed }
          - { name: double, method: baseline, strategy: double, downstream: { labelThreshold: 0.9 } }

        """;

    [Fact]
    public void ARowNamesOnlyWhatDiffersFromTheExperiment()
    {
        var experiment = Some.Of(Some.Yaml + Rows);
        var rows = BenchmarkRow.Of(experiment);
        Assert.Equal(["baseline", "lat", "clamp-n", "mixed", "double"], rows.Select(row => row.Name));
        Assert.Equal(experiment.Lat with { Model = experiment.Lat.Model with { Fusion = experiment.Lat.Model.Fusion with { Limit = RowLimit.Clamp } } }, rows[2].Experiment.Lat);
        Assert.Equal(33, rows[2].Experiment.Lat.Training.Iterations);
        Assert.Equal(experiment.Downstream, rows[2].Experiment.Downstream);
        Assert.Equal(experiment.Downstream with { FineTuneIterations = 0 }, rows[3].Experiment.Downstream);
        Assert.Equal((180, 7, 0.9), (rows[4].Experiment.Downstream.Training.Iterations, rows[4].Experiment.Downstream.FineTuneIterations, rows[4].Experiment.Downstream.LabelThreshold));
    }

    [Fact]
    public void RowsAreWrittenWithEveryDefaultAndReadBackTheSame()
    {
        var experiment = Some.Of(Some.Yaml + Rows);
        Assert.Equal(experiment, ExperimentBinder.Bind<Experiment>(ExperimentDocument.Parse(ExperimentWriter.ToYaml(experiment), "written.yaml")));
    }

    [Theory]
    [InlineData("mixed", false, 0)]
    [InlineData("half-and-half", true, 0)]
    [InlineData("fine-tune", false, 7)]
    public void AStrategyIsAWordForFieldsOfDownstream(string strategy, bool halfAndHalf, int fineTune)
    {
        var spec = BenchmarkRow.Of(Some.Of(Some.Yaml + Rows, $"rows=[{{name: x, method: lat, strategy: {strategy}}}]"))[^1].Experiment.Downstream;
        Assert.Equal((halfAndHalf, fineTune, 90), (spec.HalfAndHalf, spec.FineTuneIterations, spec.Training.Iterations));
    }

    [Fact]
    public void ARowIsReachedFromTheCommandLineByItsName() =>
        Assert.Equal(5, Some.Of(Some.Yaml + Rows, "rows[clamp-n].lat.training.iterations=5").Rows[0].Lat!.Training.Iterations);

    [Theory]
    [InlineData("rows=[{name: lat, method: lat}]", "'rows[0].name' is 'lat'; expected")]
    [InlineData("rows=[{name: detector, method: lat}]", "'rows[0].name' is 'detector'; expected")]
    [InlineData("rows=[{name: A B, method: lat}]", "'rows[0].name' is 'A B'; expected")]
    [InlineData("rows=[{name: a, method: lat}, {name: a, method: lat}]", "'rows' names a twice")]
    [InlineData("rows=[{name: a, method: magic}]", "'rows[0].method' is 'magic'; ")]
    [InlineData("rows=[{name: a, method: lat, strategy: triple}]", "'rows[0].strategy' is 'triple'; ")]
    [InlineData("rows=[{name: a, method: student-teacher, strategy: mixed}]", "'rows[0].strategy' says how batches are mixed, which 'student-teacher' does not")]
    [InlineData("rows=[{name: a, method: lat, strategy: fine-tune, downstream: {fineTuneIterations: 0}}]", "'downstream.fineTuneIterations' is 0")]
    [InlineData("rows=[{name: a, method: lat, strategy: half-and-half, downstream: {training: {groupByAspectRatio: true}}}]", "which excludes 'groupByAspectRatio'")]
    [InlineData("rows=[{name: a, method: lat, lat: {model: {proposals: {ownSpace: out-of-fold-pseudo-labels}}}}]", "asks for other out-of-fold predictions than the experiment")]
    [InlineData("rows=[{name: a, method: student-teacher}]", "or the teacher never begins")]
    [InlineData("rows=[{name: a, method: lat, colour: red}]", "unknown key 'colour' in 'rows[0]'")]
    [InlineData("gates=[{target: mid, method: b, minimum: 3}]", "names the method 'b'; expected one of baseline, lat, clamp-n, mixed, double")]
    public void WhatNoRowCanBeIsRefused(string change, string message)
    {
        var refusal = Assert.Throws<ExperimentNotValidException>(() => Some.Of(Some.Yaml + Rows, change)).Message;
        Assert.True(refusal.Contains(message, StringComparison.Ordinal), refusal);
    }
}
