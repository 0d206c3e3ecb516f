namespace Lat.Evaluation;

/// <summary>A method that the gate's method is compared with, on the same target and metric.</summary>
public sealed record GateComparison
{
    /// <summary>The other method (`pseudo-label`).</summary>
    public required string Method { get; init; }

    /// <summary>How many points above the other the gate's method must be at least; negative allows it to stay behind. Default 0.</summary>
    public double Margin { get; init; }
}
