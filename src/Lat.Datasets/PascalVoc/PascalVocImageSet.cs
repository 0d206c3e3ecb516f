using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads ImageSets/Main/{split}.txt: one image a line, without its ending.</summary>
internal static class PascalVocImageSet
{
    /// <summary>The ids of a split. The lists of single classes have -1, 0 or 1 behind each id, which is passed over.</summary>
    /// <exception cref="LatException">There is no such list, or it cannot be read.</exception>
    public static IReadOnlyList<string> Read(DatasetFolder folder, string split, ReadFaults faults)
    {
        var lists = folder["ImageSets", "Main"];
        var path = Path.Join(lists, split + ".txt");
        if (ImageName.ProblemOf(split) is not null || !File.Exists(path))
        {
            var known = Directory.Exists(lists) ? Directory.EnumerateFiles(lists, "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).Take(20) : [];
            faults.Stop(new RecordPlace(lists), $"there is no split '{PascalVocLabels.Shorten(split)}'", $"Ask for one of: {string.Join(", ", known)}");
        }

        var ids = new List<string>();
        try
        {
            var number = 0L;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (line.Trim() is not { Length: > 0 } text)
                {
                    continue;
                }

                var id = File.Exists(folder["Annotations", text + ".xml"]) ? text : text.Split(' ', '\t')[0];
                if (ImageName.ProblemOf(id) is { } problem)
                {
                    faults.Add(new RecordPlace(path, "line", number), problem, "Correct the line");
                }
                else
                {
                    ids.Add(id);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Stop(new RecordPlace(path), $"cannot be read: {exception.Message}", "Check the path and its permissions");
        }

        return ids;
    }
}
