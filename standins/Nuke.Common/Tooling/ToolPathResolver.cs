namespace Nuke.Common.Tooling;

/// <summary>Finds programs.</summary>
public static class ToolPathResolver
{
    /// <summary>The full path of a program on the search path.</summary>
    public static string GetPathExecutable(string pathExecutable)
    {
        var folders = (EnvironmentInfo.GetVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var names = EnvironmentInfo.IsWin ? new[] { $"{pathExecutable}.exe", $"{pathExecutable}.cmd", pathExecutable } : [pathExecutable];
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            .NotNull($"Could not find '{pathExecutable}' via PATH");
    }
}
