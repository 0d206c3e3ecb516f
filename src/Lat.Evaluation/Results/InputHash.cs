namespace Lat.Evaluation;

/// <summary>The content of one input of a measurement.</summary>
/// <param name="Name">What it is, in the words of the pipeline (`ground-truth`, `detections`).</param>
/// <param name="Hash">The SHA-256 of its bytes.</param>
public sealed record InputHash(string Name, ContentHash Hash);
