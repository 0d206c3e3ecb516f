namespace Lat.Experiments;

/// <summary>What to say beside "no such file": the nearest name in the same folder, or the names there are.</summary>
internal static class NeighbourFiles
{
    private const int Most = 20;

    public static string Describe(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
            if (!Directory.Exists(folder))
            {
                return $", and no folder '{folder}'";
            }

            var names = Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileName(file))
                .OrderBy(name => name, StringComparer.Ordinal).ToList();
            var meant = Path.HasExtension(path) ? Path.GetFileName(path) : $"{Path.GetFileName(path)}.yaml";
            return Suggestion.Nearest(meant, names) is { } near ? $"; did you mean '{near}'?"
                : names.Count == 0 ? $"; the folder '{folder}' has no YAML file"
                : $"; the folder '{folder}' has: {string.Join(", ", names.Take(Most))}{(names.Count > Most ? ", …" : "")}";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
