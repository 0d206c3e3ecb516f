using Lat.Core;

namespace Lat.Experiments;

/// <summary>Puts one `path.to.field=value` of the command line into the tree.</summary>
internal sealed class FieldOverride
{
    private readonly EquatableArray<PathSegment> _path;
    private readonly SpecNode _value;
    private readonly FaultList _faults;

    private FieldOverride(EquatableArray<PathSegment> path, SpecNode value, FaultList faults) =>
        (_path, _value, _faults) = (path, value, faults);

    /// <summary>The tree with the override in it; the tree as it was after a fault.</summary>
    public static SpecNode Apply(SpecNode root, string text, FaultList faults)
    {
        var place = FilePosition.OfWhole($"--set {FaultText.Quote(text)}");
        var equals = EqualsSign(text);
        if (equals < 0)
        {
            faults.Add("there is no '='; expected path.to.field=value", place);
            return root;
        }

        var (path, fault) = FieldPath.Parse(text[..equals].Trim());
        if (fault is not null)
        {
            faults.Add(fault, place);
            return root;
        }

        if (path is [{ Name: ExtendsChain.Key }, ..])
        {
            faults.Add($"unknown key '{ExtendsChain.Key}'; '{ExtendsChain.Key}' can only stand in a file", place);
            return root;
        }

        var value = YamlReader.ReadValue(text[(equals + 1)..].Trim(), place, faults);
        return value is null ? root : new FieldOverride(path, value, faults).Put(root, 0, "");
    }

    /// <summary>The first '=' outside brackets, for a name in brackets may hold one.</summary>
    private static int EqualsSign(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (text[at] == '=' && depth <= 0)
            {
                return at;
            }
        }

        return text.IndexOf('=', StringComparison.Ordinal);
    }

    private SpecNode Put(SpecNode node, int step, string path)
    {
        if (step == _path.Count)
        {
            return _value;
        }

        var segment = _path[step];
        switch (node)
        {
            case SequenceNode list:
                return Choose(list, segment, path) is { } index
                    ? new SequenceNode(list.Position, [.. list.Items.Select((item, at) => at == index ? PutNext(item) : item)])
                    : node;
            case MappingNode mapping when segment.Index is null || mapping.Find(Name(segment)) is not null:
                var key = Name(segment);
                var entry = mapping.Find(key) ?? new MappingEntry(key, _value.Position, Nothing());
                return mapping.With(entry with { Value = PutNext(entry.Value) });
            case ScalarNode { IsNull: true } when segment.Index is null:
                return Put(new MappingNode(_value.Position, []), step, path);
            default:
                var here = path.Length == 0 ? "the experiment" : $"'{path}'";
                _faults.Add($"{here} is {node.Description}, which has no {segment.After("")}", _value.Position);
                return node;
        }

        SpecNode PutNext(SpecNode below) => Put(below, step + 1, segment.After(path));
    }

    private ScalarNode Nothing() => new(_value.Position, "", isPlain: true);

    private static string Name(PathSegment segment) => segment.Index is { } index ? FormattableString.Invariant($"{index}") : segment.Name;

    /// <summary>The item that a step names: by index, or by the item's own `name`.</summary>
    private int? Choose(SequenceNode list, PathSegment segment, string path)
    {
        if (segment.Index is { } index)
        {
            if (index < list.Items.Count)
            {
                return index;
            }

            var range = list.Items.Count == 0 ? "it is empty" : FormattableString.Invariant($"its items are 0 to {list.Items.Count - 1}");
            _faults.Add(FormattableString.Invariant($"'{path}' has no item {index}; {range}"), _value.Position);
            return null;
        }

        var names = list.Items.Select(item => item is MappingNode named && named.TryGetText("name", out var text) ? text : "").ToList();
        var found = names.IndexOf(segment.Name);
        if (found < 0)
        {
            var offer = Suggestion.Offer(segment.Name, names.Where(name => name.Length > 0), "names");
            _faults.Add($"'{path}' has no item named {FaultText.Quote(segment.Name)}{offer}", _value.Position);
        }

        return found < 0 ? null : found;
    }
}
