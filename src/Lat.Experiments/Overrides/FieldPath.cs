using System.Globalization;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>Reads `train.epochs`, `datasets[1].count`, `datasets[fine].count`, `map['a.b'].c`.</summary>
internal static class FieldPath
{
    /// <summary>The steps of a path, or what is wrong with it.</summary>
    public static (EquatableArray<PathSegment> Segments, string? Fault) Parse(string path)
    {
        var segments = new List<PathSegment>();
        var at = 0;
        while (at < path.Length)
        {
            if (path[at] == '[')
            {
                if (!TryReadBracket(path, ref at, out var segment))
                {
                    return ([], $"the path {FaultText.Quote(path)} has a '[' without an index or a name and ']'");
                }

                segments.Add(segment);
                continue;
            }

            if (segments.Count > 0 && path[at++] != '.')
            {
                return ([], $"the path {FaultText.Quote(path)} lacks a '.' after ']'");
            }

            var end = path.AsSpan(at).IndexOfAny('.', '[') is >= 0 and var length ? at + length : path.Length;
            if (end == at)
            {
                return ([], $"the path {FaultText.Quote(path)} has an empty name");
            }

            segments.Add(PathSegment.Of(path[at..end].Trim()));
            at = end;
        }

        return segments.Count is > 0 and <= DocumentLimits.Depth
            ? ([.. segments], null)
            : ([], $"the path {FaultText.Quote(path)} {(path.Length == 0 ? "is empty" : "has too many names")}");
    }

    private static bool TryReadBracket(string path, ref int at, out PathSegment segment)
    {
        segment = default;
        var quote = at + 1 < path.Length && path[at + 1] is '\'' or '"' ? path[at + 1].ToString() : "";
        var begin = at + 1 + quote.Length;
        var end = begin <= path.Length ? path.IndexOf($"{quote}]", begin, StringComparison.Ordinal) : -1;
        if (end <= begin)
        {
            return false;
        }

        var content = path[begin..end];
        at = end + quote.Length + 1;
        segment = quote.Length == 0 && int.TryParse(content, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? PathSegment.Of(index)
            : PathSegment.Of(content);
        return true;
    }
}
