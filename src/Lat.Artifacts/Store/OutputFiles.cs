using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Finds the files that a stage says it made. A name can neither leave the work directory nor follow a link out of it.</summary>
internal static class OutputFiles
{
    /// <returns>Names and full paths in ordinal order of the names.</returns>
    /// <exception cref="LatException">A name is not allowed, stands twice, or has no file; all such names are in the message.</exception>
    public static IReadOnlyList<(string Name, string Path)> Find(string workDirectory, IEnumerable<string> names)
    {
        var files = names.Order(StringComparer.Ordinal).Select(name => (Name: name, Path: Path.Combine(workDirectory, name))).ToList();
        var faults = files.Select(file => FindFault(workDirectory, file.Name, file.Path)).Where(fault => fault is not null)
            .Concat(files.GroupBy(file => file.Name).Where(group => group.Count() > 1).Select(group => $"'{group.Key}' is named twice"))
            .ToList();
        return faults.Count == 0 ? files : throw new LatException(
            $"The stage's outputs in {workDirectory} cannot be stored: {string.Join("; ", faults)}. Nothing was published.");
    }

    /// <summary>Whether a name is a path inside its folder, with `/` between folders.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains('\0', StringComparison.Ordinal) &&
        !name.Split('/').Any(part => part is "" or "." or "..");

    private static string? FindFault(string workDirectory, string name, string path)
    {
        if (!IsName(name))
        {
            return $"'{name}' is not a path inside the folder";
        }

        for (var current = path; current.Length > workDirectory.Length; current = Path.GetDirectoryName(current)!)
        {
            if (new FileInfo(current).LinkTarget is not null)
            {
                return $"'{name}' is a link or lies behind one";
            }
        }

        return File.Exists(path) ? null : $"'{name}' was not made";
    }
}
