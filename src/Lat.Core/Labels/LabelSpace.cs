namespace Lat.Core;

/// <summary>
/// The ordered classes that one dataset annotates. A class is known by its index, 0 to <see cref="Count"/> - 1; the background has none.
/// Two spaces are equal when their classes are, in order: the space has no name of its own (paper, section 3.1.1).
/// </summary>
public sealed record LabelSpace
{
    /// <exception cref="ArgumentException">There is no class, or one is named twice.</exception>
    public LabelSpace(IEnumerable<ClassName> classes)
    {
        Classes = [.. classes];
        if (Classes.Count == 0)
        {
            throw new ArgumentException("A label space has at least one class.");
        }

        var twice = Classes.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key.Value).ToList();
        if (twice.Count > 0)
        {
            throw new ArgumentException($"A label space names each class once; named twice: {string.Join(", ", twice)}.");
        }
    }

    public LabelSpace(params string[] classes) : this(classes.Select(name => new ClassName(name)))
    {
    }

    public EquatableArray<ClassName> Classes { get; }

    public int Count => Classes.Count;

    public ClassName this[int classIndex] => Classes[classIndex];

    /// <summary>The index of a class, or null where the space lacks it.</summary>
    public int? IndexOf(ClassName name)
    {
        for (var index = 0; index < Classes.Count; index++)
        {
            if (Classes[index] == name)
            {
                return index;
            }
        }

        return null;
    }

    /// <exception cref="KeyNotFoundException">The space lacks the class.</exception>
    public int IndexOf(string name) => IndexOf(new ClassName(name))
        ?? throw new KeyNotFoundException($"No class '{name}' in the label space; it has: {string.Join(", ", Classes)}.");

    public override string ToString() => string.Join(", ", Classes);
}
