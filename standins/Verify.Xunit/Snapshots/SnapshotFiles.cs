using System.Globalization;

namespace VerifyTests;

/// <summary>Where the snapshot of a test lies, and where a differing one is put.</summary>
internal sealed record SnapshotFiles(string Directory, string Prefix, string Extension)
{
    public string Verified => Path.Combine(Directory, $"{Prefix}.verified.{Extension}");

    public string Received => Path.Combine(Directory, $"{Prefix}.received.{Extension}");

    /// <exception cref="VerifyException">The test has parameters, and the settings do not tell their values.</exception>
    public static SnapshotFiles Of(VerifySettings settings, TestMethod method, string sourceFile, string extension)
    {
        var beside = Path.GetDirectoryName(sourceFile)!;
        var directory = settings.Directory is { } chosen ? Path.GetFullPath(Path.Combine(beside, chosen)) : beside;
        var prefix = settings.FileName
            ?? $"{settings.TypeName ?? method.TypeName}.{settings.MethodName ?? method.Name}{ParametersOf(settings, method)}";
        return new SnapshotFiles(directory, prefix, extension);
    }

    private static string ParametersOf(VerifySettings settings, TestMethod method)
    {
        if (settings.ParametersText is { } text)
        {
            return $"_{text}";
        }

        var values = settings.Parameters ?? [];
        if (values.Length > method.ParameterNames.Count || (values.Length == 0 && method.ParameterNames.Count > 0))
        {
            throw new VerifyException(FormattableString.Invariant(
                $"{method.TypeName}.{method.Name} has {method.ParameterNames.Count} parameters, and UseParameters got {values.Length} values."));
        }

        return string.Concat(values.Select((value, i) => $"_{method.ParameterNames[i]}={NameOf(value)}"));
    }

    private static string NameOf(object? value)
    {
        var text = value switch
        {
            null => "null",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "null",
        };
        return string.Concat(text.Select(c => c is '"' or '<' or '>' or '|' or ':' or '*' or '?' or '\\' or '/' || char.IsControl(c) ? '-' : c));
    }
}
