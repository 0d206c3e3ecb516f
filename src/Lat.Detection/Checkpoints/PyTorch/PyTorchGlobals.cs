namespace Lat.Detection;

/// <summary>
/// The globals that a checkpoint may name, and what each means here. The list is closed: whatever is not in it is refused with its name and
/// place. No code of any kind stands behind a name.
/// </summary>
internal sealed class PyTorchGlobals(PickleInput input)
{
    /// <summary>What training scripts put beside the weights; read over.</summary>
    private static readonly HashSet<(string, string)> Inert =
    [
        ("argparse", "Namespace"), ("collections", "defaultdict"), ("collections", "Counter"), ("builtins", "set"), ("__builtin__", "set"),
        ("numpy", "dtype"), ("numpy.core.multiarray", "scalar"), ("numpy._core.multiarray", "scalar"), ("_codecs", "encode"),
        ("torch", "device"), ("torch.nn.parameter", "Parameter"), ("torch", "Tensor"), ("builtins", "dict"), ("__builtin__", "dict"),
    ];

    private static readonly HashSet<(string, string)> Constructions =
    [
        ("collections", "OrderedDict"), ("torch", "Size"),
        ("torch._utils", "_rebuild_tensor"), ("torch._utils", "_rebuild_tensor_v2"), ("torch._utils", "_rebuild_tensor_v3"),
        ("torch._utils", "_rebuild_parameter"), ("torch._utils", "_rebuild_parameter_with_state"), ("torch._tensor", "_rebuild_from_type_v2"),
    ];

    private readonly Dictionary<string, int> _elementSizes = new(StringComparer.Ordinal);

    /// <summary>The bytes of an element of every storage that was named so far, by its key.</summary>
    public IReadOnlyDictionary<string, int> ElementSizes => _elementSizes;

    /// <param name="module">As the pickle says.</param>
    /// <param name="name">As the pickle says.</param>
    /// <param name="position">Of the step that asks.</param>
    /// <exception cref="Lat.Core.LatException">It is not allowed.</exception>
    public PickleGlobal Find(string module, string name, long position) =>
        Inert.Contains((module, name)) || Constructions.Contains((module, name)) || PyTorchType.IsGlobal(module, name)
            ? new PickleGlobal(module, name)
            : throw PickleFault.Forbidden(input.Path, position, $"{module}.{name}");

    /// <summary>The value that a call stands for.</summary>
    public object? Call(PickleGlobal global, object?[] arguments)
    {
        if (Inert.Contains((global.Module, global.Name)))
        {
            return new PickleInert(global.ToString());
        }

        return global.Name switch
        {
            "OrderedDict" => arguments.Length == 0 ? new PickleMapping() : arguments is [List<object?> pairs] ? Mapping(pairs) : throw Misused(global),
            "Size" => arguments is [PickleTuple sides] ? sides : throw Misused(global),
            "_rebuild_parameter" or "_rebuild_parameter_with_state" => arguments is [PickleTensor tensor, ..] ? tensor : throw Misused(global),
            "_rebuild_from_type_v2" => arguments is [PickleGlobal { Name: "_rebuild_tensor_v2" or "_rebuild_parameter" } inner, _, PickleTuple values, ..]
                ? Call(inner, values.Items)
                : throw Misused(global),
            _ => global.Module == "torch._utils" ? Tensor(global, arguments) : throw Misused(global),
        };
    }

    /// <summary>The storage that a persistent identifier names: ('storage', type, key, location, count[, view]).</summary>
    public PickleStorage Storage(object? identifier)
    {
        if (identifier is not PickleTuple { Items: ["storage", PickleGlobal global, var name, _, long count, .. var rest] }
            || (name as string ?? (name as long?)?.ToString(System.Globalization.CultureInfo.InvariantCulture)) is not { } key || count < 0)
        {
            throw input.Fault("an identifier is not that of a storage");
        }

        var isUntyped = PyTorchType.IsUntyped(global);
        var type = isUntyped ? null : PyTorchType.OfStorage(global);
        if (type is null && !isUntyped)
        {
            throw input.Fault($"a storage is of the type '{global}'; known are {PyTorchType.KnownStorages}");
        }

        _elementSizes[key] = type is { } known ? SafeTensorsType.SizeOf(known) : 1;
        return rest switch
        {
            [] or [null] => new PickleStorage(key, type, count, 0),
            [PickleTuple { Items: [_, long offset and >= 0, long size and >= 0] }] when offset <= count && size <= count - offset =>
                new PickleStorage(key, type, size, offset),
            _ => throw input.Fault("a part of a storage does not lie inside it"),
        };
    }

    private PickleTensor Tensor(PickleGlobal global, object?[] arguments)
    {
        if (arguments is not [PickleStorage storage, long offset, PickleTuple shape, PickleTuple strides, ..])
        {
            throw Misused(global);
        }

        var type = global.Name != "_rebuild_tensor_v3" ? storage.Type
            : arguments.Length > 6 && arguments[6] is PickleGlobal element ? PyTorchType.OfElement(element) : throw Misused(global);
        return PyTorchTensors.Build(input, storage, type, offset, shape, strides);
    }

    private Lat.Core.LatException Misused(PickleGlobal global) => input.Fault($"'{global}' is called with arguments that it does not have");

    private PickleMapping Mapping(List<object?> pairs)
    {
        var mapping = new PickleMapping();
        foreach (var pair in pairs)
        {
            object?[] items = pair switch { PickleTuple tuple => tuple.Items, List<object?> list => [.. list], _ => [] };
            mapping.Set(items is [var key, _] ? key : throw input.Fault("a mapping is not made of pairs"), items[1]);
        }

        return mapping;
    }
}
