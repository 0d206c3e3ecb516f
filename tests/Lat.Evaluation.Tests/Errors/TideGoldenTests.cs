namespace Lat.Evaluation.Tests;

/// <summary>Holds the error analysis against the authors' own program.</summary>
public sealed class TideGoldenTests
{
    private const int Digits = 9; // the two add up in another order

    private static readonly TideErrorKind[] Kinds = Enum.GetValues<TideErrorKind>();

    [Fact]
    public void TheCasesHaveEveryKindOfErrorAndSomeOfAllKindsGainNothing()
    {
        foreach (var kind in Kinds)
        {
            Assert.True(TideGoldenCase.All.Count(golden => golden.Counts[(int)kind] > 0) > 20, $"{kind}");
        }

        Assert.Contains(TideGoldenCase.All, golden => golden.Counts[0] > 0 && golden.Gains[0] == 0);
    }

    [Fact]
    public void EveryWrongDetectionIsOfTheKindThatTheAuthorsProgramSays() => Assert.All(TideGoldenCase.All, golden =>
        Assert.Equal(golden.Counts, TideAnalyzer.Analyze(golden.ToInput()).Errors.Select(error => error.Count)));

    [Fact]
    public void MendingAKindGainsWhatItGainsThere() => Assert.All(TideGoldenCase.All, golden =>
    {
        var tide = TideAnalyzer.Analyze(golden.ToInput());
        Assert.Equal(golden.Ap, 100 * tide.Ap, Digits);
        foreach (var kind in Kinds)
        {
            Assert.Equal(golden.Gains[(int)kind], 100 * tide[kind].DeltaAp, Digits);
        }

        Assert.Equal(golden.FalseNegative, 100 * tide.FalseNegativeDeltaAp, Digits);
        Assert.Equal(golden.FalsePositive, 100 * tide.FalsePositiveDeltaAp, Digits);
    });
}
