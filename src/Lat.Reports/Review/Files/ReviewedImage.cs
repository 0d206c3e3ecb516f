namespace Lat.Reports;

/// <summary>An image as a person left it.</summary>
/// <param name="FileName">The image's name as the tool has it.</param>
/// <param name="Boxes">Every box with its class; a class may be the hints' own.</param>
public sealed record ReviewedImage(string FileName, EquatableArray<(Box Box, string ClassName)> Boxes)
{
    /// <summary>Where it stands in the file, for error messages.</summary>
    public string Place { get; init; } = "";
}
