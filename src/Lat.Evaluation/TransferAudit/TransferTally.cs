namespace Lat.Evaluation;

/// <summary>How often the truth asked for something, and how often it was done right.</summary>
public sealed record TransferTally(int Asked, int Right)
{
    public int Wrong => Asked - Right;
}
