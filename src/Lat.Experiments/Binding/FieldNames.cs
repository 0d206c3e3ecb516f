using System.Text;

namespace Lat.Experiments;

/// <summary>How fields are spelled in a file and in faults.</summary>
internal static class FieldNames
{
    /// <summary>`LearningRate` is `learningRate` in a file, `IOUThreshold` is `iouThreshold`.</summary>
    public static string ToCamelCase(string name)
    {
        var upper = name.TakeWhile(char.IsUpper).Count();
        var lowered = upper <= 1 || upper == name.Length ? Math.Min(1, name.Length) : upper - 1;
        return upper == name.Length ? name.ToLowerInvariant() : name[..lowered].ToLowerInvariant() + name[lowered..];
    }

    /// <summary>`ClassAware` is `class-aware`.</summary>
    public static string ToKebabCase(string name)
    {
        var kebab = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var endsAcronym = at + 1 < name.Length && char.IsLower(name[at + 1]);
            var begins = at > 0 && char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || endsAcronym);
            kebab.Append(begins ? "-" : "").Append(char.ToLowerInvariant(name[at]));
        }

        return kebab.ToString();
    }

    public static string Member(string path, string name)
    {
        var plain = name.Length > 0 && name.All(character => char.IsLetterOrDigit(character) || character is '-' or '_');
        return !plain ? $"{path}[{FaultText.Quote(name)}]" : path.Length == 0 ? name : $"{path}.{name}";
    }

    public static string Item(string path, int index) => FormattableString.Invariant($"{path}[{index}]");

    /// <summary>` in 'train'`, or nothing for the root.</summary>
    public static string In(string path) => path.Length == 0 ? "" : $" in '{path}'";
}
