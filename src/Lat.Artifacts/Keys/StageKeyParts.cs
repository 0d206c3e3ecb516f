using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// All that a stage's result depends on, and nothing else: no name of the stage, no time, no machine, no number of workers.
/// Lists are kept in ordinal order, so that parts are equal whatever order they were given in.
/// </summary>
public sealed record StageKeyParts
{
    /// <summary>The version of the canonical form. Raising it makes every result of the world run again.</summary>
    public const int FormVersion = 1;

    /// <summary>What kind of computation this is: `detector`, `transfer`.</summary>
    public required string Kind { get; init; }

    /// <summary>The identity of the stage's code: changes whenever the code may give another result.</summary>
    public required string CodeRevision { get; init; }

    /// <summary>The fields of the spec that the stage consumes. Default none.</summary>
    public EquatableArray<SpecField> Fields { get; init => field = InOrder(value, entry => entry.Path); } = [];

    /// <summary>The inputs by content. Default none.</summary>
    public EquatableArray<KeyInput> Inputs { get; init => field = InOrder(value, entry => entry.Name); } = [];

    /// <summary>The origin of the stage's random choices; null where it makes none.</summary>
    public Seed? Seed { get; init; }

    /// <summary>What of the machine's arithmetic changes the bits of a result (library versions, kind of device). Default none.</summary>
    public EquatableArray<SpecField> Numerics { get; init => field = InOrder(value, entry => entry.Path); } = [];

    /// <summary>SHA-256 over the canonical form.</summary>
    /// <exception cref="ArgumentException">A field, an input or a numeric fact stands twice.</exception>
    public StageKey ToKey() => new(Write().ToHash());

    /// <summary>The canonical form, byte by byte as docs/keys.md gives it.</summary>
    public byte[] ToBytes() => Write().ToBytes();

    private CanonicalWriter Write()
    {
        var writer = new CanonicalWriter();
        writer.WriteString("lat stage");
        writer.WriteInteger(FormVersion);
        writer.WriteString(Kind);
        writer.WriteString(CodeRevision);
        writer.WriteMap(Texts(Fields), (inner, value) => inner.WriteString(value));
        writer.WriteMap(Inputs.Select(input => KeyValuePair.Create(input.Name, input.Hash)), (inner, value) => inner.WriteHash(value));
        if (Seed is { } seed)
        {
            writer.WriteUnsigned(seed.Value);
        }
        else
        {
            writer.WriteNull();
        }

        writer.WriteMap(Texts(Numerics), (inner, value) => inner.WriteString(value));
        return writer;
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(EquatableArray<SpecField> fields) =>
        fields.Select(field => KeyValuePair.Create(field.Path, field.Value));

    private static EquatableArray<T> InOrder<T>(EquatableArray<T> items, Func<T, string> name) =>
        [.. items.OrderBy(name, StringComparer.Ordinal)];
}
