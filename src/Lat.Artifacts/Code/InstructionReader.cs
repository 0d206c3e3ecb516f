using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Lat.Artifacts;

/// <summary>Writes one instruction, and notes what it calls, creates, touches and hands to reflection.</summary>
internal static class InstructionReader
{
    public static void Write(UnitWriter writer, MethodDefinition method, Instruction instruction, Dictionary<Instruction, int> places)
    {
        writer.Number((int)instruction.OpCode.Code);
        switch (instruction.Operand)
        {
            case null:
                break;
            case Instruction target:
                writer.Number(places[target]);
                break;
            case Instruction[] targets:
                writer.Number(targets.Length);
                Array.ForEach(targets, target => writer.Number(places[target]));
                break;
            case string text:
                writer.Text(text);
                break;
            case double number:
                writer.Number(BitConverter.DoubleToInt64Bits(number));
                break;
            case float number:
                writer.Number(BitConverter.SingleToInt32Bits(number));
                break;
            case VariableDefinition local:
                writer.Number(local.Index);
                break;
            case ParameterDefinition parameter:
                writer.Number(parameter.Sequence);
                break;
            case MethodReference called:
                writer.Method(called);
                Note(writer, instruction, called);
                break;
            case FieldReference field:
                writer.Field(field);
                Note(writer, instruction, field);
                break;
            case TypeReference type:
                writer.Type(type);
                Note(writer, method, instruction, type);
                break;
            case CallSite site:
                writer.Type(site.ReturnType);
                foreach (var parameter in site.Parameters)
                {
                    writer.Type(parameter.ParameterType);
                }

                break;
            case IConvertible number:
                writer.Number(number.ToInt64(CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException($"{method.FullName}: no form for the operand of {instruction}.");
        }
    }

    private static void Note(UnitWriter writer, Instruction instruction, MethodReference called)
    {
        if (writer.Model.Find(called) is not { } definition)
        {
            NoteForeign(writer, instruction, called);
            return;
        }

        if (GeneratedCode.IsInlined(definition) || GeneratedCode.IsGenerated(definition.DeclaringType))
        {
            return;
        }

        var byObject = instruction.OpCode.Code is Code.Callvirt or Code.Ldvirtftn or Code.Ldtoken || instruction.Previous?.OpCode.Code == Code.Constrained;
        (definition.IsVirtual && byObject ? writer.Unit.VirtualCalls : writer.Unit.Calls).Add(definition);
        if (instruction.OpCode.Code == Code.Newobj)
        {
            writer.Unit.Created.Add(definition.DeclaringType);
        }
    }

    private static void NoteForeign(UnitWriter writer, Instruction instruction, MethodReference called)
    {
        if (called is GenericInstanceMethod generic && ReflectionUse.LooksInto(called))
        {
            writer.Unit.Reflected.UnionWith(generic.GenericArguments);
        }

        if (called.DeclaringType is GenericInstanceType instance && ReflectionUse.LooksInto(called))
        {
            writer.Unit.Reflected.UnionWith(instance.GenericArguments);
        }

        if (ReflectionUse.ReadsResources(called))
        {
            writer.Unit.Resources.Add(writer.Methods[0].Module);
        }

        writer.Unit.ReflectsObjects |= ReflectionUse.LooksIntoObject(instruction, called);
    }

    private static void Note(UnitWriter writer, Instruction instruction, FieldReference field)
    {
        if (instruction.OpCode.Code is Code.Ldsfld or Code.Ldsflda or Code.Stsfld && writer.Model.Find(field.DeclaringType) is { } type &&
            !GeneratedCode.IsGenerated(type))
        {
            writer.Unit.Touched.Add(type);
        }
    }

    private static void Note(UnitWriter writer, MethodDefinition method, Instruction instruction, TypeReference type)
    {
        // A record asks for its own type to compare it with another's; that looks into nothing.
        if (instruction.OpCode.Code == Code.Ldtoken && method.Name != "get_EqualityContract")
        {
            writer.Unit.Reflected.Add(type);
        }
    }
}
