using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.IO;

/// <summary>Finds files by patterns: <c>*</c> and <c>?</c> within a name, <c>**</c> over any number of folders.</summary>
public static class Globbing
{
    /// <returns>The files below the folder that fit one of the patterns, by name.</returns>
    public static IReadOnlyCollection<AbsolutePath> GlobFiles(this AbsolutePath directory, params string[] patterns)
    {
        if (!directory.DirectoryExists())
        {
            return [];
        }

        var expressions = patterns.Select(ToExpression).ToList();
        return [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(file => expressions.Any(expression => expression.IsMatch(Path.GetRelativePath(directory, file).Replace('\\', '/'))))
            .Order(StringComparer.Ordinal)
            .Select(AbsolutePath.Create)];
    }

    private static Regex ToExpression(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern.AsSpan(index).StartsWith("**/"))
            {
                expression.Append("(?:[^/]+/)*");
                index += 2;
            }
            else
            {
                expression.Append(pattern[index] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var other => Regex.Escape(other.ToString()),
                });
            }
        }

        return new Regex(expression.Append('$').ToString(), OperatingSystem.IsLinux() ? RegexOptions.None : RegexOptions.IgnoreCase);
    }
}
