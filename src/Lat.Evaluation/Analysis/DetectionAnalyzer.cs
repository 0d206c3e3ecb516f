namespace Lat.Evaluation;

/// <summary>Measures all that there is beside the 12 numbers.</summary>
public static class DetectionAnalyzer
{
    /// <param name="input">All objects and detections.</param>
    /// <param name="result">The result of evaluating them with the same options.</param>
    /// <param name="options">What differs from the official definition; null for nothing.</param>
    /// <param name="bootstrap">How to draw intervals; null for none, which saves most of the time.</param>
    public static DetectionAnalysis Analyze(
        CocoInput input, CocoResult result, CocoEvaluationOptions? options = null, BootstrapOptions? bootstrap = null)
    {
        options ??= new CocoEvaluationOptions();
        var (limit, honors) = (options.MaxDetections[^1], options.HonorsIgnored);
        return new DetectionAnalysis
        {
            Intervals = bootstrap is null ? [] : ImageBootstrap.Intervals([input], bootstrap, options),
            PerClass = ClassAnalysis.Of(result),
            Tide = TideAnalyzer.Analyze(input, new TideOptions { MaxDetections = limit, HonorsIgnored = honors }),
            Calibration = CalibrationAnalyzer.Analyze(input, new CalibrationOptions { MaxDetections = limit, HonorsIgnored = honors }),
            Confusion = ConfusionAnalyzer.Analyze(input),
            Curves = PrecisionRecallCurves.Of(result),
        };
    }
}
