using System.Text;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>The classes of a folder of Pascal VOC, which has no list of its own.</summary>
internal static class PascalVocLabels
{
    /// <summary>One class a line; Lat writes it, and so do some annotation tools.</summary>
    public const string FileName = "labels.txt";

    private const int MaxClasses = 10_000;

    /// <summary>The classes of labels.txt, else the names in the files in ordinal order; null where there are none.</summary>
    public static LabelSpace? Find(DatasetFolder folder, IEnumerable<PascalVocImage> images, ReadFaults faults)
    {
        var path = folder[FileName];
        var names = File.Exists(path) ? ReadFile(path, faults) : NamesIn(images, faults);
        return names.Count == 0 || faults.FaultCount > 0 ? null : new LabelSpace(names);
    }

    public static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private static List<ClassName> ReadFile(string path, ReadFaults faults)
    {
        var names = new List<ClassName>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        try
        {
            foreach (var line in File.ReadLines(path, Encoding.UTF8))
            {
                var place = new RecordPlace(path, "line", ++number);
                if (line.Trim() is not { Length: > 0 } text)
                {
                    continue;
                }

                if (!ClassName.IsValid(text) || !seen.Add(text) || names.Count >= MaxClasses)
                {
                    faults.Add(place, $"'{Shorten(text)}' stands twice, or is no class name. {ClassName.ValidValues.TrimEnd('.')}", "Correct the line");
                    if (faults.FaultCount > ReadFaults.MaxKept)
                    {
                        break;
                    }
                }
                else
                {
                    names.Add(new ClassName(text));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new RecordPlace(path), $"cannot be read: {exception.Message}", "Check the path and its permissions");
        }

        return names;
    }

    private static List<ClassName> NamesIn(IEnumerable<PascalVocImage> images, ReadFaults faults)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            foreach (var found in image.Objects)
            {
                if (found.Name is { } name && ClassName.IsValid(name))
                {
                    names.Add(name);
                }
                else
                {
                    faults.Add(
                        new RecordPlace(image.File, "object", found.Index, "name"),
                        found.Name is null ? "is missing" : $"is '{Shorten(found.Name)}'. {ClassName.ValidValues.TrimEnd('.')}",
                        "Name the class");
                }
            }
        }

        return [.. names.Take(MaxClasses).Select(name => new ClassName(name))];
    }
}
