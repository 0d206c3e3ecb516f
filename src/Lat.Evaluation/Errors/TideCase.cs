namespace Lat.Evaluation;

/// <summary>One wrong detection: its kind of error and, where mending turns it into a right one, the object that it should have found.</summary>
/// <param name="Detection">Position in the input.</param>
/// <param name="Kind">The kind of error.</param>
/// <param name="Object">Position of the object in the input; -1 where the error is mended by removing the detection.</param>
internal readonly record struct TideCase(int Detection, TideErrorKind Kind, int Object);
