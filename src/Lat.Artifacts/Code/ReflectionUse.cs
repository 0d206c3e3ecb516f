using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Lat.Artifacts;

/// <summary>Which calls hand types to code that finds members by their names: serialisers, binders, activators.</summary>
internal static class ReflectionUse
{
    private static readonly string[] _reflecting =
        ["System.Text.Json", "System.Reflection", "System.ComponentModel", "System.Xml", "System.Runtime.Serialization"];

    private static readonly string[] _framework = ["System", "Microsoft", "mscorlib", "netstandard"];

    /// <summary>What may be asked of a type without looking at its members, or only at what its shape holds anyway.</summary>
    private static readonly string[] _harmless =
    [
        "get_Name", "get_FullName", "ToString", "op_Equality", "op_Inequality", "Equals", "GetHashCode", "get_IsArray", "get_IsEnum",
        "get_IsGenericType", "get_IsValueType", "GetElementType", "GetTypeCode", "IsInstanceOfType", "IsAssignableFrom", "GetFields", "get_Assembly", "get_Namespace",
    ];

    /// <summary>Whether the type arguments of a call of foreign code are looked into by reflection.</summary>
    public static bool LooksInto(MethodReference foreign)
    {
        var (name, scope) = (foreign.DeclaringType.FullName, foreign.DeclaringType.Scope.Name);
        return name == "System.Activator" ||
            Array.Exists(_reflecting, start => name.StartsWith(start, StringComparison.Ordinal)) ||
            !Array.Exists(_framework, start => scope == start || scope.StartsWith(start + ".", StringComparison.Ordinal));
    }

    /// <summary>Whether a call asks an object for its type and then does more than name or compare it.</summary>
    public static bool LooksIntoObject(Instruction call, MethodReference foreign)
    {
        if (foreign.Name != "GetType" || foreign.DeclaringType.FullName != "System.Object")
        {
            return false;
        }

        // Arguments of the next call may stand between: `GetFields(BindingFlags)`, `== typeof(T)`.
        var next = call.Next;
        for (var skipped = 0; next is not null && next.Operand is not MethodReference { DeclaringType.FullName: "System.Type", Name: not "GetTypeFromHandle" }; skipped++)
        {
            if (skipped == 3 || next.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Cond_Branch)
            {
                return true;
            }

            next = next.Next;
        }

        return next?.Operand is not MethodReference { Name: var name } || !_harmless.Contains(name, StringComparer.Ordinal);
    }

    /// <summary>Whether a call reads what is embedded in an assembly.</summary>
    public static bool ReadsResources(MethodReference foreign) =>
        foreign.Name.StartsWith("GetManifestResource", StringComparison.Ordinal) || foreign.DeclaringType.FullName == "System.Resources.ResourceManager";
}
