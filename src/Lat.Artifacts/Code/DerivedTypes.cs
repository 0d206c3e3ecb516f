using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>Which types of ours extend a type of ours, or implement an interface of ours, directly.</summary>
internal sealed class DerivedTypes
{
    private readonly ILookup<TypeDefinition, TypeDefinition> _derived;

    public DerivedTypes(CodeModel model, IEnumerable<ModuleDefinition> modules) => _derived = (
        from module in modules
        from type in module.GetTypes()
        from above in type.Interfaces.Select(part => part.InterfaceType).Prepend(type.BaseType)
        let found = model.Find(above)
        where found is not null
        select (found, type)).ToLookup(pair => pair.found, pair => pair.type);

    public IEnumerable<TypeDefinition> Of(TypeDefinition type) => _derived[type];
}
