using Lat.Evaluation;
using Lat.Reports;

namespace Lat.Pipeline.Tests;

public sealed class GateDeskTests : IDisposable
{
    private static readonly GateOptions Minimum = new() { Target = new DatasetName("mid"), Method = "lat", Minimum = 45 };
    private static readonly GateOptions Drop = new() { Target = new DatasetName("mid"), Method = "lat", MaximumDrop = 1, Mode = GateMode.Any };

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _output.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void TheExitCodeTellsAMissFromNoJudgement()
    {
        Assert.Equal(0, Conclude(0.46, Minimum));
        Assert.Equal(1, Conclude(0.44, Minimum));
        Assert.Equal(2, Conclude(0.46, Minimum, Drop));
        Assert.Equal(1, Conclude(0.44, Minimum, Drop));
    }

    [Fact]
    public void TheVerdictsAreWrittenForTheCiServer()
    {
        Conclude(0.44, Minimum);
        Assert.Contains("failures=\"1\" errors=\"0\"", File.ReadAllText(_folder["gates.xml"]), StringComparison.Ordinal);
        Assert.Contains("44.0 misses the minimum 45.0", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ADropIsHeldAgainstTheBaselineThatWasKept()
    {
        Assert.Equal(0, Desk(Drop).Conclude(Results(0.50), _folder.Path, isGoal: true, updatesBaseline: true));
        Assert.Contains("experiments", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Conclude(0.495, Drop));
        Assert.Equal(1, Conclude(0.48, Drop));
    }

    [Fact]
    public void WhereTheGatesAreNotTheGoalTheyOnlyShow() =>
        Assert.Equal(0, Desk(Minimum).Conclude(Results(0.44), _folder.Path, isGoal: false, updatesBaseline: false));

    [Fact]
    public void AnExperimentWithoutGatesIsTold() => Assert.Throws<LatException>(() => Conclude(0.5));

    private int Conclude(double value, params GateOptions[] gates) =>
        Desk(gates).Conclude(Results(value), _folder.Path, isGoal: true, updatesBaseline: false);

    private GateDesk Desk(params GateOptions[] gates) => new(_output, _folder.Path, "quickstart", ContentHash.Of([1]), [.. gates]);

    private static ExperimentResults Results(double value) => new(
        "quickstart",
        [new DatasetName("mid")],
        ["lat"],
        [new MethodResult("lat", new DatasetName("mid"), new Seed(1), new CocoMetrics
        {
            Ap = value,
            Ap50 = value,
            Ap75 = value,
            ApSmall = value,
            ApMedium = value,
            ApLarge = value,
            Ar1 = value,
            Ar10 = value,
            Ar100 = value,
            ArSmall = value,
            ArMedium = value,
            ArLarge = value,
            PerClass = [],
        })]);
}
