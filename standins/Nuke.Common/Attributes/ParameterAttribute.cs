namespace Nuke.Common;

/// <summary>
/// A field or property that gets its value from the command line (<c>--its-name value</c>), an environment variable of its name (with or
/// without <c>NUKE_</c>), or <c>.nuke/parameters.json</c>, in this order.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ParameterAttribute(string? description = null) : Attribute
{
    /// <summary>A sentence for <c>--help</c>.</summary>
    public string? Description { get; } = description;

    /// <summary>The name to be known by; default: the member's.</summary>
    public string? Name { get; set; }

    /// <summary>One character that splits a value into a list; default: none, the items are words of their own.</summary>
    public string? Separator { get; set; }

    /// <summary>Whether <c>--help</c> shows it. Default true.</summary>
    public bool List { get; set; } = true;
}
