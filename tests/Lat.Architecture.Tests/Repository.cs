using System.Runtime.CompilerServices;

namespace Lat.Architecture.Tests;

/// <summary>The files of the repository, as its own tests see them.</summary>
internal static class Repository
{
    private static readonly string[] Ignored = ["bin", "obj", "artifacts", ".git", ".nuke", "node_modules"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files(string extension) => [.. Walk(Root)
        .Where(path => path.EndsWith(extension, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> SourceFiles(string folder) => [.. Files(".cs").Where(path => Relative(path).StartsWith(folder + "/", StringComparison.Ordinal))];

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(child => !Ignored.Contains(Path.GetFileName(child))).SelectMany(Walk));

    /// <summary>This file lies two folders below the root.</summary>
    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
