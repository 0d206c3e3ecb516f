namespace Lat.Evaluation;

/// <summary>Where AP is lost, by TIDE (Bolya et al. 2020). The gains do not add up to 1 - AP: mending one kind uncovers others.</summary>
/// <param name="Ap">AP at the foreground threshold, the mean over the classes with objects; NaN where there are none.</param>
/// <param name="Errors">Each kind once, in the order of <see cref="TideErrorKind"/>.</param>
/// <param name="FalsePositiveDeltaAp">How much AP would rise without any wrong detection.</param>
/// <param name="FalseNegativeDeltaAp">How much AP would rise were only the found objects to be found.</param>
public sealed record TideResult(double Ap, EquatableArray<TideError> Errors, double FalsePositiveDeltaAp, double FalseNegativeDeltaAp)
{
    public TideError this[TideErrorKind kind] => Errors[(int)kind];
}
