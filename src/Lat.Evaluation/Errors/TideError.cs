namespace Lat.Evaluation;

/// <summary>One kind of error.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many detections, or objects where the kind is missed.</param>
/// <param name="DeltaAp">How much AP at the threshold would rise were every error of the kind mended; in [0, 1].</param>
public sealed record TideError(TideErrorKind Kind, int Count, double DeltaAp);
