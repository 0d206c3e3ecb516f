using Lat.Core;

namespace Lat.Detection;

/// <summary>The tensors of an unpickled checkpoint by name, by the rules that <see cref="CheckpointFile"/> states.</summary>
internal sealed class StateDictionary
{
    private const int MostVisits = 1_000_000, DeepestNesting = 32, LongestName = 1024;

    private static readonly string[] Sections = ["model", "state_dict", "model_state_dict"];

    private readonly Dictionary<string, PickleTensor> _tensors = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _ignored = new(StringComparer.Ordinal);
    private readonly string _path;
    private int _visits;

    /// <exception cref="LatException">There is no mapping, no tensor in it, or it is nested without end.</exception>
    public StateDictionary(object? root, string path)
    {
        _path = path;
        if (root is not PickleMapping mapping)
        {
            throw new LatException($"'{path}' holds {Describe(root)} where a state_dict, a mapping from names to tensors, is expected. {Remedy}");
        }

        Section = Sections.FirstOrDefault(section => mapping.Find(section) is PickleMapping inner && HoldsTensor(inner, 0));
        Collect(Section is null ? mapping : (PickleMapping)mapping.Find(Section)!, "", 0);
        if (Section is not null)
        {
            _ignored.UnionWith(mapping.Items.Where(item => !Section.Equals(item.Key)).Select(item => KeyText(item.Key)));
        }

        if (_tensors.Count == 0)
        {
            throw new LatException($"'{path}' holds no tensor under a name; it has: {string.Join(", ", _ignored.Take(10))}. {Remedy}");
        }
    }

    public string? Section { get; }

    public IReadOnlyDictionary<string, PickleTensor> Tensors => _tensors;

    public EquatableArray<string> Ignored => _ignored.ToEquatableArray();

    private const string Remedy = "Save the weights alone: torch.save(model.state_dict(), \"weights.pth\").";

    private void Collect(PickleMapping mapping, string prefix, int depth)
    {
        foreach (var (key, value) in mapping.Items)
        {
            var name = prefix + KeyText(key);
            Visit(depth);
            if (name.Length > LongestName)
            {
                throw new LatException($"'{_path}' is not a checkpoint that can be read: a name in it has {name.Length} letters.");
            }

            switch (value)
            {
                case PickleTensor tensor when key is string:
                    if (!_tensors.TryAdd(name, tensor))
                    {
                        throw new LatException($"'{_path}' has two tensors named '{name}', one of them in a nested mapping.");
                    }

                    break;
                case PickleMapping inner when key is string:
                    Collect(inner, name + ".", depth + 1);
                    break;
                default:
                    _ignored.Add(name);
                    break;
            }
        }
    }

    private bool HoldsTensor(PickleMapping mapping, int depth)
    {
        Visit(depth);
        return mapping.Items.Any(item => item.Value is PickleTensor || (item.Value is PickleMapping inner && HoldsTensor(inner, depth + 1)));
    }

    private void Visit(int depth)
    {
        if (++_visits > MostVisits || depth > DeepestNesting)
        {
            throw new LatException($"'{_path}' is not a checkpoint that can be read: its mappings are nested without end.");
        }
    }

    private static string KeyText(object? key) => key switch
    {
        string text => text,
        long number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Describe(key),
    };

    private static string Describe(object? value) => value switch
    {
        null => "nothing",
        PickleTensor => "a single tensor",
        List<object?> => "a list",
        PickleTuple => "a tuple",
        PickleInert inert => inert.Name,
        PickleGlobal global => global.ToString(),
        _ => "a single value",
    };
}
