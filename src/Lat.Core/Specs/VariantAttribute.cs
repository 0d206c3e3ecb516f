namespace Lat.Core;

/// <summary>
/// Names one kind of an abstract options record. A file says `kind: streets` and then the fields of that kind; the sealed record that
/// the name stands for receives them.
/// </summary>
/// <param name="name">The name in the file, in kebab-case.</param>
/// <param name="type">A sealed record that derives from the one that bears the attribute.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class VariantAttribute(string name, Type type) : Attribute
{
    /// <summary>The key that tells the kinds apart.</summary>
    public const string Key = "kind";

    public string Name { get; } = name;

    public Type Type { get; } = type;
}
