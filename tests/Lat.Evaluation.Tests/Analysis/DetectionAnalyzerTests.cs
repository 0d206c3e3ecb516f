using System.Text.Json;

namespace Lat.Evaluation.Tests;

public class DetectionAnalyzerTests
{
    private static readonly CocoInput Input = SomeInput.Drawn(1, 40, 0.8);

    [Fact]
    public void TheAnalysisReadsBackAsItWasWritten()
    {
        var analysis = Analyze();
        var json = JsonSerializer.Serialize(analysis, EvaluationJson.Options);
        Assert.Equal(analysis.Intervals.Count, JsonSerializer.Deserialize<DetectionAnalysis>(json, EvaluationJson.Options)!.Intervals.Count);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<DetectionAnalysis>(json, EvaluationJson.Options), EvaluationJson.Options));
    }

    [Fact]
    public void WithoutDrawsThereAreNoIntervals() =>
        Assert.Empty(DetectionAnalyzer.Analyze(Input, CocoEvaluator.Evaluate(Input)).Intervals);

    [Fact]
    public void EveryMetricCanBeReadFromAResult()
    {
        var result = Some.Result("lat", 0.5) with { Metrics = CocoEvaluator.Evaluate(Input).Metrics, Analysis = Analyze() };
        var names = MetricNames.Numbers.Concat(MetricNames.OfClass.Select(number => $"{number}/car")).Concat(MetricNames.Others)
            .Where(name => !name.Contains("medium", StringComparison.Ordinal) && !name.Contains("large", StringComparison.Ordinal));
        Assert.All(names, name => Assert.InRange(MetricReading.Of(result, new MetricName(name)), 0, 1));
        Assert.Equal(result.Metrics.Ap50, MetricReading.Of(result, EvaluationMetric.Ap50));
        Assert.True(MetricReading.IntervalOf(result, EvaluationMetric.Ap50).IsKnown);
        Assert.False(MetricReading.IntervalOf(result, new MetricName("ap50/car")).IsKnown);
    }

    [Fact]
    public void WhatAResultLacksIsAbsent()
    {
        var result = Some.Result("lat", 0.5);
        Assert.Equal(0.5, MetricReading.Of(result, new MetricName("ap50/car")));
        Assert.True(double.IsNaN(MetricReading.Of(result, new MetricName("ap75/car"))));
        Assert.True(double.IsNaN(MetricReading.Of(result, new MetricName("ap50/tram"))));
        Assert.True(double.IsNaN(MetricReading.Of(result, new MetricName("tide/missed"))));
    }

    [Fact]
    public void CurvesFallFromTheBestPrecision()
    {
        var curves = Analyze().Curves;
        Assert.Equal(4, curves.Count);
        Assert.All(curves, curve => Assert.Equal(curve.Precision.OrderDescending(), curve.Precision));
        Assert.Equal(CocoEvaluator.Evaluate(Input).Metrics.PerClass[0].Ap50, curves[0].Precision.Average(), 12);
    }

    private static DetectionAnalysis Analyze() =>
        DetectionAnalyzer.Analyze(Input, CocoEvaluator.Evaluate(Input), bootstrap: new BootstrapOptions { Replicates = 50 });
}
