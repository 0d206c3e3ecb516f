using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What a full look at a store has found.</summary>
/// <param name="Results">How many results there are, sound or not.</param>
/// <param name="Blobs">How many files.</param>
/// <param name="Size">Of all files together.</param>
/// <param name="Damages">Everything that is wrong, blobs first.</param>
public sealed record VerificationReport(int Results, int Blobs, ByteSize Size, EquatableArray<StoreDamage> Damages);
