using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>Finds the definitions of what compiled code refers to, as far as it lies in assemblies whose IL counts.</summary>
internal sealed class CodeModel(AssemblyFolder folder)
{
    private readonly Dictionary<TypeReference, TypeDefinition?> _types = [];
    private readonly Dictionary<MethodReference, MethodDefinition?> _methods = [];

    /// <summary>The definition of a class, structure, enumeration or interface of ours; null for others and for generic parameters.</summary>
    public TypeDefinition? Find(TypeReference? reference)
    {
        switch (reference)
        {
            case null or GenericParameter:
                return null;
            case TypeDefinition definition:
                return definition;
            case TypeSpecification specification:
                return specification is GenericInstanceType ? Find(specification.ElementType) : null;
        }

        if (!_types.TryGetValue(reference, out var found))
        {
            found = reference.Scope is AssemblyNameReference assembly
                ? folder.Read(assembly.Name)?.GetType(reference.FullName)
                : reference.Module.GetType(reference.FullName);
            _types.Add(reference, found);
        }

        return found;
    }

    /// <summary>The definition of a method of ours; null for others, among them those of arrays.</summary>
    public MethodDefinition? Find(MethodReference reference)
    {
        if (reference is MethodDefinition definition)
        {
            return definition;
        }

        if (_methods.TryGetValue(reference, out var found))
        {
            return found;
        }

        var element = reference.GetElementMethod();
        for (var type = Find(element.DeclaringType); type is not null && found is null; type = Find(type.BaseType))
        {
            found = MetadataResolver.GetMethod(type.Methods, element);
        }

        _methods.Add(reference, found);
        return found;
    }

    /// <summary>Ours, from the type itself up.</summary>
    public IEnumerable<TypeDefinition> Chain(TypeDefinition type)
    {
        for (var at = type; at is not null; at = Find(at.BaseType))
        {
            yield return at;
        }
    }

    /// <summary>All interfaces of a type and of its bases of ours, with those that ours extend; the foreign ones as they are named.</summary>
    public IEnumerable<(TypeReference Name, TypeDefinition? Definition)> Interfaces(TypeDefinition type) => Chain(type)
        .SelectMany(part => part.Interfaces)
        .Select(implementation => (Name: implementation.InterfaceType.GetElementType(), Definition: Find(implementation.InterfaceType)))
        .SelectMany(found => found.Definition is null ? [found] : Interfaces(found.Definition).Prepend(found))
        .Distinct();
}
