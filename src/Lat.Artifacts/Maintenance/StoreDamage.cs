namespace Lat.Artifacts;

/// <summary>Something in a store that is not what it should be.</summary>
/// <param name="Path">The damaged blob, or the folder of the result that cannot be used.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Key">The result; null for a blob.</param>
public sealed record StoreDamage(string Path, string Reason, StageKey? Key);
