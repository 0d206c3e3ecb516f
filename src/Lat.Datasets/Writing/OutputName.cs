using System.Xml;

namespace Lat.Datasets;

/// <summary>Which names of images and classes can be written as paths and texts that read back the same.</summary>
internal static class OutputName
{
    /// <summary>What keeps the name of an image from being a path below a dataset's folder; null where nothing does.</summary>
    public static string? ProblemOf(string name)
    {
        if (ImageName.ProblemOf(name) is { } problem)
        {
            return problem;
        }

        var parts = name.Split('/');
        return name.Contains('\\') || !IsText(name) || parts.Any(part => part.Length == 0 || part == "." || part.Trim() != part)
            ? $"the image's name '{name}' has an empty part, a part with blanks at an end, '.', a backslash, or characters that XML forbids"
            : null;
    }

    /// <summary>Whether every character can stand in a file of UTF-8 and in XML.</summary>
    public static bool IsText(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
