namespace Lat.Datasets;

/// <summary>What is wanted of the object at a JSON file's root.</summary>
/// <param name="Lists">Its long lists; each must be there.</param>
internal sealed record JsonRootContent(IReadOnlyList<JsonRootList> Lists)
{
    /// <summary>Is given the UTF-8 of a value beside the lists; the bytes are overwritten when it returns.</summary>
    public delegate void PropertyReader(string name, ReadOnlySpan<byte> json);

    /// <summary>Whether the file may be the first list, with no object around it. Default false.</summary>
    public bool CanBeList { get; init; }

    /// <summary>The fields beside the lists that are wanted; they may be missing. Default none.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];

    /// <summary>Reads those fields. Default: nobody.</summary>
    public PropertyReader OnProperty { get; init; } = static (_, _) => { };

    /// <summary>What the file should be, for messages.</summary>
    public string Expected
    {
        get
        {
            var names = string.Join(", ", Lists.Select(list => $"'{list.Name}'"));
            return $"{(CanBeList ? "a list or " : "")}an object with {names}";
        }
    }
}
