namespace Lat.Artifacts;

/// <summary>What the store has under a key: a result, nothing, or something that may not be used.</summary>
/// <param name="Result">The result; null where there is none to be used.</param>
/// <param name="Damage">What is wrong with the stored entry; null where it is sound or absent.</param>
public sealed record StoreLookup(StageResult? Result, string? Damage);
