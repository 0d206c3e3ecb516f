namespace Lat.Artifacts;

/// <summary>One thing that a computation's code consists of.</summary>
/// <param name="Name">What it is and which: `method Lat.Detection.NonMaximumSuppression.Keep(…)`, `type …`, `package TorchSharp`.</param>
/// <param name="Value">The hash of its content in 32 hexadecimal digits; of a package its version.</param>
public sealed record CodeEntry(string Name, string Value);
