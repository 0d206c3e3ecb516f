using Lat.Core;

namespace Lat.Experiments;

/// <summary>
/// Where in the file a record's own rule is broken: at the field it names, or at the nearest thing around it that the file has.
/// </summary>
internal static class ProblemPlace
{
    public static (string Name, FilePosition Position) Find(string problemPath, MappingNode record, string recordPath)
    {
        var (segments, _) = problemPath.Length == 0 ? ([], null) : FieldPath.Parse(problemPath);
        var (name, node) = (recordPath, (SpecNode?)record);
        var position = record.Position;
        foreach (var segment in segments)
        {
            var key = node is MappingNode own && own.Find(segment.Name) is null ? FieldNames.ToCamelCase(segment.Name) : segment.Name;
            name = (segment with { Name = key }).After(name);
            node = node switch
            {
                MappingNode mapping => mapping.Find(key)?.Value,
                SequenceNode list when segment.Index is { } index && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            position = node?.Position ?? position;
        }

        return (name, position);
    }
}
