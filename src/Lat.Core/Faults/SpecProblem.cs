namespace Lat.Core;

/// <summary>One thing that is wrong with a field of an options record, found by the record itself.</summary>
/// <param name="Path">
/// The field, from the record that checks: `nameof(Minimum)`, `train.epochs`, `classes[2]`; empty for the record as a whole.
/// </param>
/// <param name="Message">What is wrong, written to follow the field's name: `is 0.9; expected at most 'maximum' (0.5)`.</param>
public sealed record SpecProblem(string Path, string Message);
