namespace TorchSharp.Utils;

/// <summary>The name under which a module's field is registered, where it differs from the field's.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }
}
