using Lat.Core;

namespace Lat.Experiments;

/// <summary>
/// Writes options records as YAML with every default filled in: what was run, in full. The same record gives the same text, and binding
/// the text gives an equal record.
/// </summary>
public static class ExperimentWriter
{
    /// <param name="record">A record as <see cref="ExperimentBinder"/> makes them.</param>
    /// <param name="version">What `version` says, where the record has no such field of its own.</param>
    /// <returns>UTF-8 text with LF line ends; fields in the order of the record's source, maps in ordinal order.</returns>
    public static string ToYaml(object record, int version = 1)
    {
        var shape = RecordShape.Of(record.GetType());
        var text = new YamlWriter();
        if (shape.Fields.All(field => field.Key != ExperimentBinder.VersionKey))
        {
            text.Line(0, FormattableString.Invariant($"{ExperimentBinder.VersionKey}: {version}"));
        }

        text.Record(record, shape, kind: null, level: 0);
        return text.ToString();
    }
}
