namespace Lat.Reports;

/// <summary>Faults of one sort.</summary>
/// <param name="Count">How many.</param>
/// <param name="Named">The first of them, in words.</param>
public sealed record NamedFaults(long Count, EquatableArray<string> Named);
