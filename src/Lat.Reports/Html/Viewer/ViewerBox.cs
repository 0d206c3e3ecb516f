namespace Lat.Reports;

/// <summary>One label, and whether another set of labels has it too.</summary>
/// <param name="Label">The label.</param>
/// <param name="Agreement">How it stands to the labels that it is compared with.</param>
public sealed record ViewerBox(Annotation Label, BoxAgreement Agreement);
