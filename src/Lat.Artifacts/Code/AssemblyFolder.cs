using Lat.Core;
using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>
/// The assemblies of a program's folder. Some are read: the product's own, and stand-ins for packages, whose IL counts like the product's.
/// Of the others only the version counts; what is not in the folder belongs to the framework.
/// </summary>
internal sealed class AssemblyFolder : BaseAssemblyResolver
{
    /// <summary>The key of the assembly's metadata by which a stand-in says that it is one.</summary>
    public const string StandInKey = "Lat.StandIn";

    private readonly string _folder;
    private readonly string _prefix;
    private readonly Dictionary<string, ModuleDefinition?> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<AssemblyNameReference>> _references = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ContentHash?> _files = new(StringComparer.Ordinal);

    /// <param name="folder">Where the program's assemblies lie.</param>
    /// <param name="prefix">How the names of the product's own assemblies begin.</param>
    public AssemblyFolder(string folder, string prefix) => (_folder, _prefix) = (folder, prefix);

    /// <summary>The assemblies that count, by their IL or by their version, each with the SHA-256 of its file; null where the folder has none.</summary>
    public IReadOnlyDictionary<string, ContentHash?> Files => _files;

    /// <summary>The module of an assembly whose IL counts; null for a package and for the framework.</summary>
    public ModuleDefinition? Read(string assembly)
    {
        if (_read.TryGetValue(assembly, out var known))
        {
            return known;
        }

        var path = CodeCache.PathOf(_folder, assembly);
        ModuleDefinition? module = null;
        if (File.Exists(path))
        {
            var bytes = File.ReadAllBytes(path);
            module = ModuleDefinition.ReadModule(new MemoryStream(bytes), new ReaderParameters { AssemblyResolver = this });
            _references.Add(assembly, [.. module.AssemblyReferences]);
            if (!assembly.StartsWith(_prefix, StringComparison.Ordinal) && !IsStandIn(module))
            {
                module.Dispose();
                module = null;
            }
            else
            {
                _files[assembly] = ContentHash.Of(bytes);
            }
        }
        else
        {
            _files[assembly] = null;
        }

        _read.Add(assembly, module);
        return module;
    }

    /// <summary>Every module whose IL counts, of those that an assembly refers to directly or through others; the assembly's own among them.</summary>
    public IReadOnlyList<ModuleDefinition> ReadAll(string assembly)
    {
        var (modules, seen, open) = (new List<ModuleDefinition>(), new HashSet<string>(StringComparer.Ordinal) { assembly }, new Queue<string>([assembly]));
        while (open.TryDequeue(out var name))
        {
            if (Read(name) is { } module)
            {
                modules.Add(module);
                module.AssemblyReferences.Select(reference => reference.Name).Where(seen.Add).ToList().ForEach(open.Enqueue);
            }
        }

        return modules;
    }

    /// <summary>
    /// What identifies an assembly that is not read: a package by its version and file, and those that it needs with it; a part of the
    /// framework by the version that was compiled against.
    /// </summary>
    public IEnumerable<CodeEntry> Package(AssemblyNameReference name)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal) { name.Name }, new Queue<AssemblyNameReference>([name]));
        while (open.TryDequeue(out var next))
        {
            if (Read(next.Name) is not null)
            {
                continue;
            }

            if (_references.TryGetValue(next.Name, out var references))
            {
                var hash = ContentHash.OfFile(CodeCache.PathOf(_folder, next.Name));
                _files[next.Name] = hash;
                yield return new CodeEntry($"package {next.Name}", $"{next.Version} {hash.Abbreviated}");
                references.Where(reference => seen.Add(reference.Name)).ToList().ForEach(open.Enqueue);
            }
            else if (next == name)
            {
                yield return new CodeEntry($"framework {next.Name}", next.Version.ToString());
            }
        }
    }

    /// <summary>For Cecil, where it decodes an attribute's arguments: only what counts by its IL is ever looked into.</summary>
    public override AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) =>
        Read(name.Name)?.Assembly ?? throw new AssemblyResolutionException(name);

    protected override void Dispose(bool disposing)
    {
        foreach (var module in _read.Values)
        {
            module?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsStandIn(ModuleDefinition module) => module.Assembly.CustomAttributes.Any(attribute =>
        attribute.AttributeType.Name == "AssemblyMetadataAttribute" && attribute.ConstructorArguments is [{ Value: StandInKey }, _]);
}
