namespace Lat.Evaluation;

/// <summary>One fact about the run that a baseline comes from (`libtorch` is `1.13.1`).</summary>
public sealed record BaselineFact(string Name, string Value);
