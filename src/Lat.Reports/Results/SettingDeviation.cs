namespace Lat.Reports;

/// <summary>A setting in which an experiment differs from a publication.</summary>
/// <param name="Field">The path of the field.</param>
/// <param name="Published">What the publication says.</param>
/// <param name="Here">What the experiment says.</param>
public sealed record SettingDeviation(string Field, string Published, string Here);
