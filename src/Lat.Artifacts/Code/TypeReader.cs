using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>
/// Reads the shape of a type: what it is, what it extends, its fields in order (a network registers its layers by them), the attributes of
/// its members, and the names and values of an enumeration.
/// </summary>
internal static class TypeReader
{
    private const TypeAttributes Kind = TypeAttributes.ClassSemanticMask | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.LayoutMask;

    public static CodeUnit Shape(CodeModel model, TypeDefinition type)
    {
        var unit = new CodeUnit(new CodeEntry("type " + MemberNames.Of(type), ""));
        using var writer = new UnitWriter(model, unit);
        writer.Number((long)(type.Attributes & Kind));
        writer.Number(type.PackingSize);
        writer.Number(type.ClassSize);
        writer.Type(type.BaseType);
        foreach (var implementation in type.Interfaces.OrderBy(part => part.InterfaceType.FullName, StringComparer.Ordinal))
        {
            writer.Type(implementation.InterfaceType);
        }

        foreach (var field in type.Fields.Where(field => !field.IsStatic || type.IsEnum))
        {
            writer.Text(field.Name);
            writer.Type(type.IsEnum ? null : field.FieldType);
            writer.Text(field.HasConstant ? FormattableString.Invariant($"{field.Constant}") : "");
            writer.Attributes(field);
        }

        writer.Attributes(type);
        foreach (var property in type.Properties.Where(property => CountedAttributes.Of(property).Any()).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            writer.Text(property.Name);
            writer.Attributes(property);
        }

        return Finish(unit, writer);
    }

    /// <summary>What reflection sees besides: the properties in order, and the parameters of the constructors by name.</summary>
    public static CodeUnit Members(CodeModel model, TypeDefinition type)
    {
        var unit = new CodeUnit(new CodeEntry("members of " + MemberNames.Of(type), ""));
        using var writer = new UnitWriter(model, unit);
        foreach (var property in type.Properties)
        {
            writer.Text(property.Name);
            writer.Type(property.PropertyType);
            unit.Reflected.Add(property.PropertyType);
        }

        foreach (var field in type.Fields.Where(field => !field.IsStatic))
        {
            unit.Reflected.Add(field.FieldType);
        }

        foreach (var constructor in type.Methods.Where(method => method is { IsConstructor: true, IsStatic: false })
            .OrderBy(method => method.FullName, StringComparer.Ordinal))
        {
            foreach (var parameter in constructor.Parameters)
            {
                writer.Text(parameter.Name);
                writer.Type(parameter.ParameterType);
                writer.Attributes(parameter);
            }
        }

        unit.Created.Add(type);
        unit.Reflected.UnionWith(type.BaseType is null ? [] : [type.BaseType]);
        unit.Calls.UnionWith(type.Methods.Where(method => !method.IsVirtual && !GeneratedCode.IsInlined(method)));
        unit.VirtualCalls.UnionWith(type.Methods.Where(method => method.IsVirtual && !GeneratedCode.IsInlined(method)));
        return Finish(unit, writer);
    }

    private static CodeUnit Finish(CodeUnit unit, UnitWriter writer) => unit with { Entry = unit.Entry with { Value = writer.Hash } };
}
