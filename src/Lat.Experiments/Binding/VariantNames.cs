using System.Reflection;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>The kinds of an abstract options record, by the names that files use.</summary>
internal sealed class VariantNames
{
    private readonly EquatableArray<VariantAttribute> _variants;

    private VariantNames(Type type) => _variants = [.. type.GetCustomAttributes<VariantAttribute>(inherit: false)];

    public IEnumerable<string> Names => _variants.Select(variant => variant.Name).Order(StringComparer.Ordinal);

    public static VariantNames Of(Type type) => new(type);

    public Type? TypeOf(string name) => _variants.FirstOrDefault(variant => variant.Name == name)?.Type;

    public string? NameOf(Type type) => _variants.FirstOrDefault(variant => variant.Type == type)?.Name;
}
