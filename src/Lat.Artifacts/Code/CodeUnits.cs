using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>The units of an analysis, each read once.</summary>
internal sealed class CodeUnits(CodeModel model)
{
    private readonly Dictionary<MethodDefinition, CodeUnit> _methods = [];
    private readonly Dictionary<TypeDefinition, CodeUnit> _shapes = [];
    private readonly Dictionary<TypeDefinition, CodeUnit> _members = [];

    public CodeUnit Method(MethodDefinition method) => Get(_methods, method, MethodReader.Read);

    public CodeUnit Shape(TypeDefinition type) => Get(_shapes, type, TypeReader.Shape);

    public CodeUnit Members(TypeDefinition type) => Get(_members, type, TypeReader.Members);

    private CodeUnit Get<T>(Dictionary<T, CodeUnit> known, T member, Func<CodeModel, T, CodeUnit> read)
        where T : notnull
    {
        if (!known.TryGetValue(member, out var unit))
        {
            known.Add(member, unit = read(model, member));
        }

        return unit;
    }
}
