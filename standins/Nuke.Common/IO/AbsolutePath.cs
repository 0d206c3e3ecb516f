using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalised path: no <c>.</c>, no <c>..</c>, no separator at the end.</summary>
public class AbsolutePath : IFormattable
{
    /// <summary>Format: in double quotes.</summary>
    public const string DoubleQuote = "d";

    /// <summary>Format: in double quotes where there is a blank.</summary>
    public const string DoubleQuoteIfNeeded = "dn";

    /// <summary>Format: as it is.</summary>
    public const string NoQuotes = "nq";

    private readonly string _path;

    private AbsolutePath(string path) => _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    public static AbsolutePath Create(string path) => new(path);

    public string Name => Path.GetFileName(_path);

    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(_path);

    /// <summary>With its dot.</summary>
    public string Extension => Path.GetExtension(_path);

    /// <summary>The folder above, or null at the root.</summary>
    public AbsolutePath? Parent => Path.GetDirectoryName(_path) is { } parent ? new AbsolutePath(parent) : null;

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator AbsolutePath?(string? path)
    {
        Assert.True(path is null || Path.IsPathRooted(path), $"Path '{path}' must be rooted");
        return path is null ? null : new AbsolutePath(path);
    }

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(AbsolutePath? path) => path?._path;

    /// <summary>A path below, or <c>..</c> for the one above.</summary>
    public static AbsolutePath operator /(AbsolutePath left, string? right)
    {
        Assert.False(right is not null && Path.IsPathRooted(right), $"Second path must not be rooted: '{right}'");
        return new AbsolutePath(Path.Combine(left.NotNull()._path, right ?? string.Empty));
    }

    /// <summary>The same path with some text at its end.</summary>
    public static AbsolutePath operator +(AbsolutePath left, string? right) => new(left.NotNull()._path + right);

    public static bool operator ==(AbsolutePath? a, AbsolutePath? b) => a is null ? b is null : a.Equals((object?)b);

    public static bool operator !=(AbsolutePath? a, AbsolutePath? b) => !(a == b);

    protected bool Equals(AbsolutePath other) =>
        string.Equals(_path, other._path, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is AbsolutePath other && Equals(other);

    public override int GetHashCode() =>
        string.GetHashCode(_path, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public override string ToString() => _path;

    /// <param name="format">One of the constants of this class.</param>
    public string ToString(string? format) => format switch
    {
        DoubleQuote => $"\"{_path}\"",
        DoubleQuoteIfNeeded => _path.Contains(' ', StringComparison.Ordinal) ? $"\"{_path}\"" : _path,
        null or "" or NoQuotes => _path,
        _ => throw new ArgumentException($"Format '{format}' is not recognized"),
    };

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);
}
