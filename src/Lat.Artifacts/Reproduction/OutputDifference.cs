namespace Lat.Artifacts;

/// <summary>One file of a stage that came out otherwise than it is stored.</summary>
/// <param name="Output">Its name.</param>
/// <param name="Stored">What is stored; null where the stored result has no such file.</param>
/// <param name="Again">What came out this time; null where no such file came out.</param>
/// <param name="FirstOffset">The first byte that differs, from the start of the file; null where one of the two is missing.</param>
/// <param name="DifferingBytes">How many bytes differ, those that only the longer of the two has included; 0 where one of the two is missing.</param>
public sealed record OutputDifference(string Output, StageOutput? Stored, StageOutput? Again, long? FirstOffset, long DifferingBytes);
