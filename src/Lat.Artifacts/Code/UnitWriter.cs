using System.Security.Cryptography;
using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>
/// Writes one unit of code in a form that neither metadata tokens nor the compiler's numbers can reach, and notes what it refers to.
/// What the compiler generated is named by the order in which the unit comes to it.
/// </summary>
internal sealed class UnitWriter(CodeModel model, CodeUnit unit) : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly Dictionary<FieldDefinition, int> _fields = [];

    /// <summary>Generated methods in the order in which they are written out; the unit's own comes first.</summary>
    public List<MethodDefinition> Methods { get; } = [];

    /// <summary>Generated types in the order in which they are met.</summary>
    public List<TypeDefinition> Types { get; } = [];

    public CodeUnit Unit => unit;

    public CodeModel Model => model;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length)).AsSpan(0, 16));

    public void Dispose() => _bytes.Dispose();

    public void Number(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _bytes.Write(bytes);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        _bytes.Write(bytes);
    }

    public void Text(string text) => Bytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));

    public void Type(TypeReference? type)
    {
        switch (type)
        {
            case null:
                Text("-");
                break;
            case GenericParameter parameter:
                Text(parameter.Type == GenericParameterType.Method ? "!!" : "!");
                Number(parameter.Position);
                break;
            case GenericInstanceType instance:
                Type(instance.ElementType);
                TypeArguments(model.Find(instance), instance.GenericArguments);
                break;
            case FunctionPointerType pointer:
                Text("function");
                Signature(pointer);
                break;
            case IModifierType modified:
                Text(type is RequiredModifierType ? "modreq" : "modopt");
                Type(modified.ModifierType);
                Type(modified.ElementType);
                break;
            case TypeSpecification specification:
                Text(specification.GetType().Name);
                Number(specification is ArrayType array ? array.Rank : 0);
                Type(specification.ElementType);
                break;
            default:
                Plain(type);
                break;
        }
    }

    public void Method(MethodReference method)
    {
        if (method is GenericInstanceMethod instance)
        {
            Method(instance.ElementMethod);
            TypeArguments(model.Find(method), instance.GenericArguments);
            return;
        }

        Type(method.DeclaringType);
        if (model.Find(method) is { } definition && GeneratedCode.IsInlined(definition))
        {
            Number(Inlined(definition));
            return;
        }

        Text(method.Name);
        Number(method.GenericParameters.Count);
        Number(method.HasThis ? 1 : 0);
        Signature(method);
    }

    public void Field(FieldReference field)
    {
        Type(field.DeclaringType);
        Type(field.FieldType);
        var type = model.Find(field.DeclaringType);
        if (type?.Fields.FirstOrDefault(candidate => candidate.Name == field.Name) is not { } definition)
        {
            Text(field.Name);
            return;
        }

        if (definition.InitialValue is { Length: > 0 } data)
        {
            Bytes(data);
        }
        else if (GeneratedCode.IsGenerated(definition.DeclaringType))
        {
            Number(_fields.TryGetValue(definition, out var number) ? number : _fields[definition] = _fields.Count);
        }
        else
        {
            Text(field.Name);
        }
    }

    public void Attributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in CountedAttributes.Of(provider))
        {
            Method(attribute.Constructor);
            Bytes(attribute.GetBlob());
            if (model.Find(attribute.Constructor) is { } constructor)
            {
                unit.Calls.Add(constructor);
                unit.Created.Add(constructor.DeclaringType);
            }

            foreach (var named in CountedAttributes.TypesIn(attribute))
            {
                unit.Reflected.Add(named);
            }
        }
    }

    /// <summary>Where a generated method stands in the unit; it is written out after what has been met before it.</summary>
    private int Inlined(MethodDefinition method)
    {
        var number = Methods.IndexOf(method);
        if (number < 0)
        {
            Methods.Add(method);
            number = Methods.Count - 1;
        }

        return number;
    }

    private void Signature(IMethodSignature method)
    {
        Type(method.ReturnType);
        Number(method.Parameters.Count);
        foreach (var parameter in method.Parameters)
        {
            Type(parameter.ParameterType);
        }
    }

    private void TypeArguments(IGenericParameterProvider? definition, Mono.Collections.Generic.Collection<TypeReference> arguments)
    {
        Number(arguments.Count);
        for (var index = 0; index < arguments.Count; index++)
        {
            Type(arguments[index]);
            if (definition is not null)
            {
                unit.Arguments.Add((definition.GenericParameters[index], arguments[index]));
            }
        }
    }

    private void Plain(TypeReference type)
    {
        var definition = model.Find(type);
        if (definition is not null && GeneratedCode.IsInlined(definition))
        {
            Text("generated");
            var number = Types.IndexOf(definition);
            Number(number < 0 ? Types.Count : number);
            if (number < 0)
            {
                Types.Add(definition);
            }

            return;
        }

        if (GeneratedCode.IsAnonymous(type))
        {
            Text("anonymous");
            Text(definition is null ? type.Name : string.Join(',', definition.Properties.Select(property => property.Name)));
            return;
        }

        Text(type.FullName);
        if (definition is null)
        {
            if (type.Scope is AssemblyNameReference assembly)
            {
                unit.Packages.Add(assembly);
            }
        }
        else if (definition.IsValueType && !GeneratedCode.IsGenerated(definition))
        {
            // A structure needs no constructor to be there.
            unit.Created.Add(definition);
        }
    }
}
