namespace Lat.Evaluation;

/// <summary>What a gate came to.</summary>
public enum GateOutcome
{
    /// <summary>The limit is reached.</summary>
    Passed,

    /// <summary>The limit is missed.</summary>
    Missed,

    /// <summary>There was nothing to judge: no result of the method on the target, or the metric is absent from it.</summary>
    NotJudged,
}
