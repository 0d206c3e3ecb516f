using System.Collections.Concurrent;
using System.Reflection;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// The fields that hold what an options record says, those of a base record first. A record that is made of them needs neither its constructor
/// nor code that is compiled for its type, so a worker that starts has it at once.
/// </summary>
internal sealed class RecordState
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string BackingField = ">k__BackingField";

    private static readonly ConcurrentDictionary<Type, RecordState> _known = new();

    private RecordState(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            fields.InsertRange(0, part.GetFields(Declared));
        }

        (Type, Fields, Names) = (type, [.. fields], new string[fields.Count]);
        for (var index = 0; index < Names.Length; index++)
        {
            var name = fields[index].Name;
            Names[index] = name.EndsWith(BackingField, StringComparison.Ordinal) ? name[1..^BackingField.Length] : name.TrimStart('_');
        }
    }

    public Type Type { get; }

    public FieldInfo[] Fields { get; }

    /// <summary>Of each field: the name of its property, or its own.</summary>
    public string[] Names { get; }

    /// <summary>Whether the type only gives one value a name (`Seed`, `ClassName`, a list): it is carried as that value.</summary>
    public bool IsWrapper => Type.IsValueType && Fields.Length == 1;

    /// <summary>Whether values of the type are nothing but their fields: structures, sealed records, maps.</summary>
    public bool IsPlain => Type.IsValueType || (Type.IsSealed && (Type.GetMethod("<Clone>$") is not null || IsMap));

    private bool IsMap => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(NamedMap<>);

    public static RecordState Of(Type type) => _known.GetOrAdd(type, static key => new RecordState(key));
}
