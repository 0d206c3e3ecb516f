using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>A method with all that the compiler made of it, or the shape of a type: the hash of its content, and what it refers to.</summary>
internal sealed record CodeUnit(CodeEntry Entry)
{
    /// <summary>Methods that are called, or whose address is taken, exactly as named.</summary>
    public HashSet<MethodDefinition> Calls { get; } = [];

    /// <summary>Methods that are called on whatever the object is.</summary>
    public HashSet<MethodDefinition> VirtualCalls { get; } = [];

    /// <summary>Types of which there may be objects from here on.</summary>
    public HashSet<TypeDefinition> Created { get; } = [];

    /// <summary>Types whose static constructor may run.</summary>
    public HashSet<TypeDefinition> Touched { get; } = [];

    /// <summary>Types that are handed to reflection; generic parameters among them stand for what they are given.</summary>
    public HashSet<TypeReference> Reflected { get; } = [];

    /// <summary>What the parameters of our own generic types and methods are given.</summary>
    public HashSet<(GenericParameter Parameter, TypeReference Argument)> Arguments { get; } = [];

    /// <summary>Packages and parts of the framework.</summary>
    public HashSet<AssemblyNameReference> Packages { get; } = [];

    /// <summary>Assemblies whose embedded resources are read.</summary>
    public HashSet<ModuleDefinition> Resources { get; } = [];

    /// <summary>Whether it asks an object for its type, to do with it what this analysis cannot see.</summary>
    public bool ReflectsObjects { get; set; }
}
