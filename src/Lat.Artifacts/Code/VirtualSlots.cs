using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>Which methods of a type answer calls that name a method of a base or an interface.</summary>
/// <remarks>Methods match by name and number of parameters, which at worst finds one too many: a generic base's parameter has another type.</remarks>
internal sealed class VirtualSlots(CodeModel model)
{
    private readonly Dictionary<TypeDefinition, IReadOnlyList<(MethodDefinition? Named, MethodDefinition Run)>> _slots = [];
    private readonly Dictionary<TypeDefinition, bool> _static = [];

    /// <summary>What an object of the type adds to the program.</summary>
    /// <returns>Pairs of the method that is named in a call, null for one that is not ours, and the method that is run.</returns>
    public IReadOnlyList<(MethodDefinition? Named, MethodDefinition Run)> Of(TypeDefinition type)
    {
        if (!_slots.TryGetValue(type, out var slots))
        {
            _slots.Add(type, slots = [.. Find(type).Distinct()]);
        }

        return slots;
    }

    /// <summary>Whether the type answers static calls of an interface, which need no object of it.</summary>
    public bool AnswersStatically(TypeDefinition type)
    {
        if (!_static.TryGetValue(type, out var answers))
        {
            _static.Add(type, answers = model.Interfaces(type)
                .Any(part => part.Definition?.Methods.Any(method => method is { IsStatic: true, IsVirtual: true }) ?? false));
        }

        return answers;
    }

    private IEnumerable<(MethodDefinition? Named, MethodDefinition Run)> Find(TypeDefinition type)
    {
        var methods = model.Chain(type).SelectMany(part => part.Methods).Where(method => !method.IsConstructor).ToList();
        var interfaces = model.Interfaces(type).ToList();
        return methods.SelectMany(run => Explicit(run).Concat(Inherited(run)).Concat(Implemented(run, interfaces)))
            .Concat(interfaces.SelectMany(part => part.Definition?.Methods ?? []).SelectMany(Explicit));
    }

    private IEnumerable<(MethodDefinition?, MethodDefinition)> Explicit(MethodDefinition run) =>
        run.Overrides.Select(named => (model.Find(named), run));

    private IEnumerable<(MethodDefinition?, MethodDefinition)> Inherited(MethodDefinition run)
    {
        if (!run.IsVirtual || run.IsNewSlot)
        {
            return [];
        }

        var hidden = model.Chain(run.DeclaringType).Skip(1).SelectMany(part => part.Methods)
            .Where(method => method.IsVirtual && IsAlike(method, run)).ToList();

        // Where no base of ours declares it first, code that is not ours may call it.
        return hidden.Exists(method => method.IsNewSlot) ? hidden.Select(named => ((MethodDefinition?)named, run)) : [(null, run), .. hidden.Select(named => ((MethodDefinition?)named, run))];
    }

    private static IEnumerable<(MethodDefinition?, MethodDefinition)> Implemented(
        MethodDefinition run, List<(TypeReference Name, TypeDefinition? Definition)> interfaces)
    {
        foreach (var (name, definition) in interfaces)
        {
            if (definition is null)
            {
                if (run.IsVirtual && run.IsNewSlot && ForeignInterfaces.MayAskFor(name.FullName, run.Name))
                {
                    yield return (null, run);
                }

                continue;
            }

            foreach (var named in definition.Methods.Where(method => IsAlike(method, run)))
            {
                yield return (named, run);
            }
        }
    }

    private static bool IsAlike(MethodDefinition one, MethodDefinition other) =>
        one.Name == other.Name && one.Parameters.Count == other.Parameters.Count;
}
