namespace Lat.Detection;

/// <summary>
/// For each candidate box, the index of the target that it stands for, or <see cref="Background"/>, or <see cref="Neither"/>.
/// With two targets, (2, 0, -1, -2) says: no such target; the first target; background; teaches nothing.
/// </summary>
/// <param name="Targets">[candidates].</param>
public sealed record BoxMatches(int[] Targets)
{
    /// <summary>The candidate is background.</summary>
    public const int Background = -1;

    /// <summary>The candidate is neither an object nor background.</summary>
    public const int Neither = -2;
}
