using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>Which attributes can change a result. Those that speak to the compiler, the debugger, the analyzers or a validator of input cannot.</summary>
internal static class CountedAttributes
{
    private static readonly string[] _silent =
    [
        "System.Runtime.CompilerServices.", "System.Diagnostics.", "System.CodeDom.Compiler.", "System.ObsoleteAttribute", "System.ParamArrayAttribute",
        "System.ComponentModel.DataAnnotations.", "System.ComponentModel.EditorBrowsableAttribute", "Microsoft.CodeAnalysis.",
        "System.CLSCompliantAttribute", "System.AttributeUsageAttribute",
    ];

    /// <summary>The counted ones, in an order that does not depend on the compiler's.</summary>
    public static IEnumerable<CustomAttribute> Of(ICustomAttributeProvider provider) => !provider.HasCustomAttributes ? [] : provider.CustomAttributes
        .Where(Counts)
        .OrderBy(attribute => attribute.AttributeType.FullName, StringComparer.Ordinal)
        .ThenBy(attribute => Convert.ToHexString(attribute.GetBlob()), StringComparer.Ordinal);

    /// <summary>The types that the attribute names: `typeof(T)` among its arguments.</summary>
    public static IEnumerable<TypeReference> TypesIn(CustomAttribute attribute)
    {
        try
        {
            return [.. attribute.ConstructorArguments.Concat(attribute.Properties.Select(part => part.Argument)).Concat(attribute.Fields.Select(part => part.Argument))
                .SelectMany(TypesIn)];
        }
        catch (AssemblyResolutionException)
        {
            // An argument is an enumeration of the framework, whose size only its assembly knows. The bytes count all the same.
            return [];
        }
    }

    private static IEnumerable<TypeReference> TypesIn(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [type],
        CustomAttributeArgument[] items => items.SelectMany(TypesIn),
        CustomAttributeArgument inner => TypesIn(inner),
        _ => [],
    };

    private static bool Counts(CustomAttribute attribute) => attribute.AttributeType.Name == "InlineArrayAttribute" ||
        !Array.Exists(_silent, start => attribute.AttributeType.FullName.StartsWith(start, StringComparison.Ordinal)) &&
        !GeneratedCode.IsGenerated(attribute.AttributeType);
}
