using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Lat.Artifacts;

/// <summary>Reads a method together with the lambdas, local functions and state machines that the compiler made of parts of it.</summary>
internal static class MethodReader
{
    public static CodeUnit Read(CodeModel model, MethodDefinition method)
    {
        var unit = new CodeUnit(new CodeEntry("method " + MemberNames.Of(method), ""));
        using var writer = new UnitWriter(model, unit);
        writer.Methods.Add(method);
        var (read, types) = (0, 0);
        while (read < writer.Methods.Count || types < writer.Types.Count)
        {
            if (read < writer.Methods.Count)
            {
                Write(writer, writer.Methods[read++]);
            }
            else
            {
                Write(writer, writer.Types[types++]);
            }
        }

        return unit with { Entry = unit.Entry with { Value = writer.Hash } };
    }

    /// <summary>A generated type: what it is, and the methods that only the framework calls, such as a state machine's.</summary>
    private static void Write(UnitWriter writer, TypeDefinition type)
    {
        writer.Type(type.BaseType);
        if (writer.Model.Find(type.BaseType) is { } ours && !GeneratedCode.IsInlined(ours))
        {
            writer.Unit.Created.Add(ours);
        }

        writer.Number(type.Interfaces.Count);
        foreach (var implementation in type.Interfaces)
        {
            writer.Type(implementation.InterfaceType);
        }

        foreach (var called in type.Methods.Where(method => method.IsVirtual || method is { IsConstructor: true, IsStatic: true })
            .OrderBy(method => method.Name, StringComparer.Ordinal).ThenBy(method => method.Parameters.Count))
        {
            if (!writer.Methods.Contains(called))
            {
                writer.Methods.Add(called);
            }
        }
    }

    private static void Write(UnitWriter writer, MethodDefinition method)
    {
        writer.Attributes(method);
        writer.Number(method.IsStatic ? 1 : 0);
        writer.Number((int)method.ImplAttributes);
        writer.Type(method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            writer.Type(parameter.ParameterType);
        }

        if (method.PInvokeInfo is { } native)
        {
            writer.Text(native.Module.Name);
            writer.Text(native.EntryPoint ?? "");
            writer.Number((int)native.Attributes);
            foreach (var parameter in method.Parameters)
            {
                writer.Number((int)parameter.Attributes);
                writer.Number(parameter.HasMarshalInfo ? (int)parameter.MarshalInfo.NativeType : -1);
            }
        }

        if (!method.HasBody)
        {
            return;
        }

        var body = method.Body;
        foreach (var local in body.Variables)
        {
            writer.Type(local.VariableType);
        }

        var places = new Dictionary<Instruction, int>(body.Instructions.Count);
        foreach (var instruction in body.Instructions)
        {
            places.Add(instruction, places.Count);
        }

        foreach (var instruction in body.Instructions)
        {
            InstructionReader.Write(writer, method, instruction, places);
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            writer.Number((int)handler.HandlerType);
            writer.Type(handler.CatchType);
            foreach (var place in new[] { handler.TryStart, handler.TryEnd, handler.FilterStart, handler.HandlerStart, handler.HandlerEnd })
            {
                writer.Number(place is null ? -1 : places[place]);
            }
        }
    }
}
