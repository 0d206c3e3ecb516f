namespace Lat.Transfer;

/// <summary>How much one proposal had a say in what became of another.</summary>
/// <param name="Proposal">The one that was heeded, by position among the image's proposals.</param>
/// <param name="ClassWeight">Its weight in the sum over class scores, the mean of the heads; null where there is no such sum.</param>
/// <param name="FeatureWeight">Its weight in the sum over features, likewise.</param>
public sealed record Contribution(int Proposal, double? ClassWeight, double FeatureWeight)
{
    /// <summary>What the contributions are ranked by.</summary>
    public double Weight => ((ClassWeight ?? FeatureWeight) + FeatureWeight) / 2;
}
