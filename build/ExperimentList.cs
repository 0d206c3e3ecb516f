using Lat.Pipeline;

/// <summary>What a user who named no experiment can choose from.</summary>
internal static class ExperimentList
{
    public static string WhichOne(string rootDirectory)
    {
        var folder = Path.Combine(rootDirectory, "experiments");
        var names = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Where(file => !file.EndsWith(LockFile.Extension, StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).ToList()
            : [];
        return names.Count > 0
            ? $"Which experiment? Add --experiment NAME, where NAME is one of: {string.Join(", ", names)}."
            : $"Which experiment? Add --experiment PATH with a YAML file; {folder} has none.";
    }
}
