using Lat.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lat.Experiments;

/// <summary>
/// Turns YAML into nodes. Refuses what an experiment has no use for (tags, merge keys, several documents) and never makes an object by
/// name; counts what aliases repeat, so that a small file cannot become a large tree.
/// </summary>
internal sealed class YamlReader
{
    private readonly string _text;
    private readonly Func<int, int, FilePosition> _place;
    private readonly FaultList _faults;
    private readonly Parser _parser;
    private readonly Dictionary<string, SpecNode?> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<NodeEvent> _open = new();
    private readonly TreeBudget _budget;
    private bool _sawBlock;

    private YamlReader(string text, Func<int, int, FilePosition> place, FaultList faults)
    {
        SpecFile.RefuseControlCharacters(text, place, faults);
        (_text, _place, _faults, _budget) = (text, place, faults, new TreeBudget(faults));
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The mapping that a file is.</summary>
    public static MappingNode ReadFile(string text, string file, FaultList faults)
    {
        var reader = new YamlReader(text, (line, column) => new FilePosition(file, line, column), faults);
        return reader.ReadDocument() switch
        {
            MappingNode mapping => mapping,
            null => throw faults.Fatal("the file is empty; an experiment begins with 'version: 1'", new FilePosition(file, 1, 1)),
            var other => throw faults.Fatal(
                $"the file is {other.Description}; an experiment is 'key: value' lines and begins with 'version: 1'", other.Position),
        };
    }

    /// <summary>The value of an override: a scalar, or a list or mapping in brackets; null after a fault.</summary>
    public static SpecNode? ReadValue(string text, FilePosition position, FaultList faults)
    {
        var reader = new YamlReader(text, (_, _) => position, faults);
        var value = reader.ReadDocument() ?? new ScalarNode(position, "", isPlain: true);
        if (!reader._sawBlock)
        {
            return value;
        }

        faults.Add(
            $"{FaultText.Quote(text)} is not one value; write a list as [a, b], a mapping as {{a: 1}}, and other text in quotes", position);
        return null;
    }

    private SpecNode? ReadDocument()
    {
        Next();
        if (Next() is not DocumentStart)
        {
            return null;
        }

        var root = ReadNode(Next(), "", 1);
        Next();
        if (Next() is DocumentStart second)
        {
            _faults.Add("a second document begins here; an experiment is one", Locate(second.Start));
        }

        return root;
    }

    private SpecNode ReadNode(ParsingEvent current, string path, int depth)
    {
        var position = Locate(current.Start);
        _budget.Spend(1, depth, position);
        if (current is AnchorAlias alias)
        {
            return Resolve(alias, depth, position);
        }

        if (current is not NodeEvent node)
        {
            // The parser lets some unbalanced brackets pass and ends a list where it began a mapping.
            throw _faults.Fatal("expected a value; is a bracket closed that was not opened?", position);
        }

        if (!node.Tag.IsEmpty)
        {
            var tag = FaultText.Quote(node.Tag.IsNonSpecific ? "!" : node.Tag.Value);
            _faults.Add($"tag {tag}; the field decides the type, remove it", position);
        }

        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = null;
        }

        SpecNode read = node switch
        {
            Scalar scalar => new ScalarNode(position, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart start => ReadSequence(start, path, depth),
            _ => ReadMapping((MappingStart)node, path, depth),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors[node.Anchor.Value] = read;
        }

        return read;
    }

    private SequenceNode ReadSequence(SequenceStart start, string path, int depth)
    {
        _sawBlock |= start.Style == SequenceStyle.Block;
        _open.Push(start);
        var items = new List<SpecNode>();
        while (Next() is var next and not SequenceEnd)
        {
            items.Add(ReadNode(next, FieldNames.Item(path, items.Count), depth + 1));
        }

        _open.Pop();
        return new SequenceNode(Locate(start.Start), [.. items]);
    }

    private MappingNode ReadMapping(MappingStart start, string path, int depth)
    {
        _sawBlock |= start.Style == MappingStyle.Block;
        _open.Push(start);
        var entries = new List<MappingEntry>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        while (Next() is var next and not MappingEnd)
        {
            var key = ReadNode(next, path, depth + 1);
            var value = ReadNode(Next(), key is ScalarNode named ? FieldNames.Member(path, named.Text) : path, depth + 1);
            if (IsUsable(key, value, path, lines))
            {
                entries.Add(new MappingEntry(((ScalarNode)key).Text, Locate(next.Start), value));
                lines.Add(((ScalarNode)key).Text, next.Start.Line);
            }
        }

        _open.Pop();
        return new MappingNode(Locate(start.Start), [.. entries]);
    }

    private bool IsUsable(SpecNode key, SpecNode value, string path, Dictionary<string, long> lines)
    {
        var fault = key is not ScalarNode { Text.Length: > 0 } named
            ? $"a key is {(key is ScalarNode ? "empty" : key.Description)}; expected a name"
            : named is { IsPlain: true, Text: "<<" } ? "merge key '<<'; use 'extends' to begin from another file"
            : lines.TryGetValue(named.Text, out var line) ? FormattableString.Invariant(
                $"duplicate key {FaultText.Quote(named.Text)}{FieldNames.In(path)}; it stands already in line {line}")
            : null;
        if (fault is not null)
        {
            // The parser places a key of no characters at the end of what is before it.
            _faults.Add(fault, key is ScalarNode { Text.Length: 0 } ? value.Position : key.Position);
        }

        return fault is null;
    }

    private SpecNode Resolve(AnchorAlias alias, int depth, FilePosition position)
    {
        var name = alias.Value.Value;
        var node = _anchors.TryGetValue(name, out var anchored)
            ? anchored ?? throw _faults.Fatal($"alias '*{name}' stands inside what it names", position)
            : throw _faults.Fatal($"alias '*{name}' has no anchor '&{name}' above it", position);
        _budget.Spend(node.Size - 1, depth + node.Height - 1, position);
        return node;
    }

    private FilePosition Locate(Mark mark) => _place((int)mark.Line, (int)mark.Column);

    private ParsingEvent Next()
    {
        try
        {
            _parser.MoveNext();
            return _parser.Current!;
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException or ArgumentException)
        {
            var (message, mark) = YamlSyntax.Explain(fault, _text, _parser.Current?.End ?? Mark.Empty, _open);
            throw _faults.Fatal(message, Locate(mark));
        }
    }
}
