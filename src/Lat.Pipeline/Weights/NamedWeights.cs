namespace Lat.Pipeline;

/// <summary>A file of weights that an experiment names.</summary>
/// <param name="Fields">The fields that name it, in the experiment's order (`detector.weights`).</param>
/// <param name="File">Where it is expected.</param>
/// <param name="Sha256">The SHA-256 that it must have.</param>
/// <param name="Source">Where it can be downloaded; null where nobody publishes it under a known name.</param>
public sealed record NamedWeights(string Fields, string File, string Sha256, string? Source);
