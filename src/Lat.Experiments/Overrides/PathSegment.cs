namespace Lat.Experiments;

/// <summary>One step of a path: a name, or the index of a list's item.</summary>
internal readonly record struct PathSegment(string Name, int? Index)
{
    public static PathSegment Of(string name) => new(name, null);

    public static PathSegment Of(int index) => new("", index);

    /// <summary>The path with this step at its end.</summary>
    public string After(string path) => Index is { } index ? FieldNames.Item(path, index) : FieldNames.Member(path, Name);
}
