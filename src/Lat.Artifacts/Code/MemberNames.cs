using System.Text;
using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>The names of methods and types in a listing: unique, and the same whatever else is compiled with them.</summary>
internal static class MemberNames
{
    /// <summary>`Lat.Detection.NonMaximumSuppression.Keep(Tensor,Double)`, with the assembly where the namespace does not tell it.</summary>
    public static string Of(MethodDefinition method)
    {
        var name = new StringBuilder(Of(method.DeclaringType)).Append('.').Append(method.Name);
        if (method.HasGenericParameters)
        {
            name.Append('`').Append(method.GenericParameters.Count);
        }

        name.Append('(').AppendJoin(',', method.Parameters.Select(parameter => parameter.ParameterType.FullName)).Append(')');

        // Only conversions are told apart by what they return.
        return (method.Name is "op_Implicit" or "op_Explicit" ? name.Append(':').Append(method.ReturnType.FullName) : name).ToString();
    }

    public static string Of(TypeDefinition type)
    {
        var assembly = type.Module.Assembly.Name.Name;
        var outermost = type;
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        return outermost.Namespace == assembly || outermost.Namespace.StartsWith(assembly + ".", StringComparison.Ordinal)
            ? type.FullName
            : $"{assembly}:{type.FullName}";
    }
}
