using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>
/// What the compiler names by numbers that move when a neighbour is edited: closures, lambdas, local functions, state machines, caches of
/// delegates. Such a member has no name of its own in an identity; it is part of the method that it was written in.
/// </summary>
internal static class GeneratedCode
{
    /// <summary>Types whose code follows from their name alone.</summary>
    private static readonly string[] _fixed = ["<PrivateImplementationDetails>", "<>z__", "<>y__", "<>F{", "<>A{"];

    /// <summary>Whether the type is written out inside the method that uses it.</summary>
    public static bool IsInlined(TypeReference type)
    {
        var outermostGenerated = Outermost(type);
        return outermostGenerated is not null && !IsAnonymous(outermostGenerated) && outermostGenerated.Name != "<Module>" &&
            !Array.Exists(_fixed, start => outermostGenerated.Name.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>An anonymous type or delegate: its number moves, but the names of its parts say all.</summary>
    public static bool IsAnonymous(TypeReference type) => type.Name.StartsWith("<>f__Anonymous", StringComparison.Ordinal);

    /// <summary>Whether the method is written out inside the one that uses it.</summary>
    public static bool IsInlined(MethodReference method) =>
        (method.Name.StartsWith('<') && method.Name != "<Clone>$") || IsInlined(method.DeclaringType.GetElementType());

    /// <summary>Whether the type is the compiler's, in whatever way its code counts.</summary>
    public static bool IsGenerated(TypeReference type) => Outermost(type) is not null;

    private static TypeReference? Outermost(TypeReference type)
    {
        TypeReference? found = null;
        for (var at = type; at is not null; at = at.DeclaringType)
        {
            found = at.Name.StartsWith('<') ? at : found;
        }

        return found;
    }
}
