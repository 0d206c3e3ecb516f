using Lat.Core;
using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>
/// Follows a method to everything that may run with it. A call on an object reaches the overrides of those types of which the code so far
/// can have objects; what the framework may call on them, such as `Dispose`, is reached with the type.
/// </summary>
internal sealed class Reachability(CodeModel model, CodeUnits units, VirtualSlots slots, AssemblyFolder folder, DerivedTypes derived)
{
    private readonly HashSet<CodeEntry> _entries = [];
    private readonly Queue<MethodDefinition> _open = [];
    private readonly HashSet<MethodDefinition> _reached = [];
    private readonly HashSet<MethodDefinition> _called = [];
    private readonly Dictionary<MethodDefinition, HashSet<MethodDefinition>> _answers = [];
    private readonly HashSet<TypeDefinition> _shaped = [];
    private readonly HashSet<TypeDefinition> _created = [];
    private readonly HashSet<TypeDefinition> _touched = [];
    private readonly HashSet<TypeDefinition> _given = [];
    private readonly HashSet<TypeDefinition> _reflected = [];
    private readonly HashSet<GenericParameter> _reflectedParameters = [];
    private readonly Dictionary<GenericParameter, HashSet<TypeReference>> _arguments = [];
    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);
    private bool _reflectsObjects;

    /// <summary>All that may run with a method of an object that was made elsewhere.</summary>
    public CodeListing From(TypeDefinition type, MethodDefinition entry)
    {
        Give(type);
        foreach (var method in type.Methods.Where(method => method is { IsConstructor: true, IsStatic: false }).Append(entry))
        {
            Reach(method);
        }

        foreach (var parameter in entry.Parameters)
        {
            Give(parameter.ParameterType);
        }

        while (_open.TryDequeue(out var method))
        {
            Absorb(units.Method(method));
        }

        return CodeListing.Of(_entries);
    }

    private void Absorb(CodeUnit unit)
    {
        _entries.Add(unit.Entry);
        foreach (var (parameter, argument) in unit.Arguments)
        {
            Argue(parameter, argument);
        }

        Each(unit.Calls, Reach);
        Each(unit.VirtualCalls, Call);
        Each(unit.Created, Create);
        Each(unit.Touched, Touch);
        Each(unit.Reflected, Reflect);
        foreach (var package in unit.Packages.Where(package => _packages.Add(package.Name)))
        {
            _entries.UnionWith(folder.Package(package));
        }

        foreach (var resource in unit.Resources.SelectMany(module => module.Resources).OfType<EmbeddedResource>())
        {
            _entries.Add(new CodeEntry("resource " + resource.Name, ContentHash.Of(resource.GetResourceData()).Hex[..32]));
        }

        if (unit.ReflectsObjects && !_reflectsObjects)
        {
            _reflectsObjects = true;
            Each([.. _created], Reflect);
        }
    }

    /// <summary>The method runs as it stands.</summary>
    private void Reach(MethodDefinition method)
    {
        if (_reached.Add(method))
        {
            _open.Enqueue(method);
            Touch(method.DeclaringType);
        }
    }

    /// <summary>The method is called on an object: it runs, or what overrides it.</summary>
    private void Call(MethodDefinition method)
    {
        if (_called.Add(method))
        {
            Reach(method);
            Each(_answers.GetValueOrDefault(method, []), Reach);
        }
    }

    /// <summary>Static constructors run with the first use of their type, module initialisers with that of their assembly.</summary>
    private void Touch(TypeDefinition type)
    {
        if (_touched.Add(type))
        {
            Each(type.Methods.Where(method => method is { IsConstructor: true, IsStatic: true }), Reach);
            if (type.Module.Types is [{ Name: "<Module>" } module, ..])
            {
                Touch(module);
            }
        }
    }

    /// <summary>There may be objects of the type.</summary>
    private void Create(TypeDefinition type)
    {
        if (!_created.Add(type))
        {
            return;
        }

        foreach (var part in model.Chain(type).Where(_shaped.Add))
        {
            Touch(part);
            Absorb(units.Shape(part));
        }

        foreach (var (named, run) in slots.Of(type))
        {
            if (named is null)
            {
                Reach(run);
                continue;
            }

            if (!_answers.TryGetValue(named, out var answers))
            {
                _answers.Add(named, answers = []);
            }

            if (answers.Add(run) && _called.Contains(named))
            {
                Reach(run);
            }
        }

        if (_reflectsObjects)
        {
            Reflect(type);
        }
    }

    /// <summary>An object comes from elsewhere: it, whatever it may hold, and any type that extends what it is declared as.</summary>
    private void Give(TypeReference reference)
    {
        foreach (var argument in (reference as IGenericInstance)?.GenericArguments ?? [])
        {
            Give(argument);
        }

        if (reference is TypeSpecification specification)
        {
            Give(specification.ElementType);
        }

        if (model.Find(reference) is { } type && _given.Add(type))
        {
            Create(type);
            Each(model.Chain(type).SelectMany(part => part.Fields).Where(field => !field.IsStatic).Select(field => field.FieldType), Give);
            Each(derived.Of(type), Give);
        }
    }

    /// <summary>Reflection looks into the type: all of its members count, and the types of what it holds.</summary>
    private void Reflect(TypeReference reference)
    {
        if (reference is GenericParameter parameter)
        {
            if (_reflectedParameters.Add(parameter))
            {
                Each([.. _arguments.GetValueOrDefault(parameter, [])], Reflect);
            }

            return;
        }

        foreach (var argument in (reference as IGenericInstance)?.GenericArguments ?? [])
        {
            Reflect(argument);
        }

        if (reference is TypeSpecification specification)
        {
            Reflect(specification.ElementType);
        }
        else if (model.Find(reference) is { } type && !GeneratedCode.IsGenerated(type) && _reflected.Add(type))
        {
            Create(type);
            if (!type.IsEnum)
            {
                Absorb(units.Members(type));
            }
        }
    }

    private void Argue(GenericParameter parameter, TypeReference argument)
    {
        if (!_arguments.TryGetValue(parameter, out var arguments))
        {
            _arguments.Add(parameter, arguments = []);
        }

        if (!arguments.Add(argument))
        {
            return;
        }

        if (_reflectedParameters.Contains(parameter))
        {
            Reflect(argument);
        }

        // Static members of an interface are called through the argument's type, without an object of it.
        if (model.Find(argument) is { } type && slots.AnswersStatically(type))
        {
            Create(type);
        }
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> act)
    {
        foreach (var item in items)
        {
            act(item);
        }
    }
}
