namespace Lat.Reports.Tests;

/// <summary>Results to report on.</summary>
internal static class Some
{
    public static readonly DatasetName Mid = new("mid");
    public static readonly DatasetName Fine = new("fine");

    public static CocoMetrics Metrics(double ap50) => new()
    {
        Ap = ap50 / 2,
        Ap50 = ap50,
        Ap75 = ap50 / 2,
        ApSmall = ap50 / 4,
        ApMedium = ap50 / 2,
        ApLarge = double.NaN,
        Ar1 = ap50 / 2,
        Ar10 = ap50,
        Ar100 = ap50,
        ArSmall = ap50 / 2,
        ArMedium = ap50,
        ArLarge = double.NaN,
        PerClass =
        [
            new CocoClassMetrics(new ClassName("car"), ap50 / 2, ap50, 12, 40),
            new CocoClassMetrics(new ClassName("tram"), double.NaN, double.NaN, 0, 2),
        ],
    };

    public static MethodResult Result(string method, double ap50, ulong seed = 1, string target = "mid") =>
        new(method, new DatasetName(target), new Seed(seed), Metrics(ap50))
        {
            Inputs = [new InputHash("ground truth mid", ContentHash.Of([1]))],
        };

    /// <summary>Three methods on one target with two seeds.</summary>
    public static ExperimentResults TwoSeeds(double lat = 0.50) => new(
        "quickstart",
        [Mid],
        ["baseline", "pseudo-label", "lat", "oracle"],
        [
            Result("lat", lat + 0.01, 2), Result("lat", lat, 1),
            Result("baseline", 0.40, 1), Result("baseline", 0.42, 2),
            Result("pseudo-label", 0.45, 1), Result("pseudo-label", 0.46, 2),
            Result("oracle", 0.70, 1), Result("oracle", 0.71, 2),
        ]);

    public static TransferAuditResult Audit() => new(
        Images: 2,
        Labels: 11,
        LabelsRight: 8,
        LabelsWrong: 2,
        Faults: new LabelFaultCounts(1, 1, 0, 0),
        TrueObjects: 10,
        Found: 8,
        Added: new TransferTally(1, 0),
        SourceClasses:
        [
            new SourceClassAudit(new ClassName("cyclist"), 4, new(0, 0), new(1, 1), new(3, 2), new(0, 0), new(0, 0), 5, 1),
            new SourceClassAudit(new ClassName("sign"), 1, new(0, 0), new(0, 0), new(0, 0), new(0, 0), new(1, 1), 0, 0),
        ],
        TargetClasses:
        [
            new TargetClassAudit(new ClassName("car"), 10, 8, new TransferTally(1, 0), 8, new LabelFaultCounts(1, 1, 0, 0), 0.4, 0.8),
        ],
        Metrics: Metrics(0.8))
    {
        Conversions =
        [
            new ClassConversion(new ClassName("cyclist"), TransferOutcome.Split, [new ClassName("car")], [new SizedTally(0, 1, 0), new SizedTally(16, 3, 2)]),
        ],
    };

    public static ExperimentResults Whole() => TwoSeeds() with
    {
        Detectors = [Result("detector", 0.62, 1, "mid"), Result("detector", 0.41, 1, "fine")],
        Transfers = [new TransferMeasurement("lat", new DatasetName("coarse"), Mid, new Seed(1), Audit())],
        Stages =
        [
            new StageRecord("detector/mid", "detector", ContentHash.Of([2]), StageOutcome.Ran, 61.23456) { PeakMemoryBytes = 512L << 20, OutputBytes = 3 << 19 },
            new StageRecord("import/mid", "import", ContentHash.Of([3]), StageOutcome.Reused, 0.01),
        ],
        Environment = [new EnvironmentFact("libtorch", "1.13.1"), new EnvironmentFact("device", "cpu")],
    };

    /// <summary>The same with what the seeds say together; `lat` is better than chance, `pseudo-label` is not.</summary>
    public static ExperimentResults Measured(double pseudoLabelError = 0.05) => TwoSeeds() with
    {
        Statistics =
        [
            Row("lat", 0.505, 0.0001, 0.095), Row("pseudo-label", 0.455, pseudoLabelError, 0.045), Row("oracle", 0.705, 0.0001, 0.295), Row("baseline", 0.41, 0.0001, null),
        ],
        Rows =
        [
            new RowSummary("baseline", "baseline", 900, "the target alone", new RunCost(3, 100, 0, 500L << 20, 3L << 30), new RunCost(1, 90, 0, null, 10)),
            new RowSummary("lat", "lat", 900, "the target and more", new RunCost(9, 7200, 36, 600L << 20, 4L << 30), new RunCost(4, 720, 0, null, 10)),
        ],
        Cost = new RunCost(11, 7300, 36, 600L << 20, 5L << 30),
    };

    private static RowStatistics Row(string method, double value, double error, double? difference)
    {
        Estimate Of(double mean) => Estimate.Of([mean - 0.0001, mean + 0.0001], error);
        var gain = difference is { } known ? Of(known) : null;
        return new RowStatistics(method, Mid, new MethodStatistics(
            Enum.GetValues<EvaluationMetric>().Select(metric => new MetricStatistics(metric, Of(value), gain)).ToEquatableArray(),
            [
                new ClassStatistics(new ClassName("car"), 12, Of(value), gain),
                new ClassStatistics(new ClassName("tram"), 0, Estimate.Of([], double.NaN), gain is null ? null : Estimate.Of([], double.NaN)),
            ])
        {
            AbsentFromValidation = [new ClassName("tram")],
            AbsentFromTraining = [new ClassName("tram"), new ClassName("car")],
        });
    }

    public static string Expected(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", file));
}
