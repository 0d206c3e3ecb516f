using Lat.Core;
using Mono.Cecil;

namespace Lat.Artifacts;

/// <summary>
/// Says what code a computation consists of, from the compiled assemblies alone: what its entry point reaches, method by method, without
/// anything that a debugger, a formatter or an unrelated edit could change. Safe for several threads.
/// </summary>
public sealed class CodeAnalysis : IDisposable
{
    private readonly Lock _lock = new();
    private readonly AssemblyFolder _folder;
    private readonly CodeModel _model;
    private readonly CodeUnits _units;
    private readonly VirtualSlots _slots;
    private readonly Dictionary<string, DerivedTypes> _derived = new(StringComparer.Ordinal);

    /// <param name="folder">Where the program's assemblies lie.</param>
    /// <param name="prefix">How the names of the assemblies begin whose IL counts. Others count by their version, but for stand-ins, which say that they are.</param>
    public CodeAnalysis(string folder, string prefix = "Lat.")
    {
        _folder = new AssemblyFolder(folder, prefix);
        _model = new CodeModel(_folder);
        _units = new CodeUnits(_model);
        _slots = new VirtualSlots(_model);
    }

    /// <summary>The assemblies that the listings so far rest on, with the SHA-256 of their files; null for those that the folder does not have.</summary>
    public IReadOnlyDictionary<string, ContentHash?> Files
    {
        get
        {
            lock (_lock)
            {
                return new SortedDictionary<string, ContentHash?>(_folder.Files.ToDictionary(), StringComparer.Ordinal);
            }
        }
    }

    /// <summary>What runs when a method is called on an object of a type.</summary>
    /// <param name="assembly">The assembly of the type (`Lat.Pipeline`).</param>
    /// <param name="type">The type's full name; `/` before a nested type's.</param>
    /// <param name="entry">The method's name; all of that name where there are several.</param>
    /// <exception cref="LatException">The folder has no such assembly, type or method, or one of its assemblies is not whole.</exception>
    public CodeListing ListingOf(string assembly, string type, string entry)
    {
        lock (_lock)
        {
            try
            {
                var module = _folder.Read(assembly) ?? throw new LatException($"There is no assembly {assembly}.dll to read code from. Build again.");
                var found = module.GetType(type) ?? throw new LatException($"{assembly}.dll has no type {type}. Build again.");
                var method = _model.Chain(found).SelectMany(part => part.Methods).FirstOrDefault(method => method.Name == entry && method.HasBody)
                    ?? throw new LatException($"{type} in {assembly}.dll has no method {entry}. Build again.");
                if (!_derived.TryGetValue(assembly, out var derived))
                {
                    _derived.Add(assembly, derived = new DerivedTypes(_model, _folder.ReadAll(assembly)));
                }

                return new Reachability(_model, _units, _slots, _folder, derived).From(found, method);
            }
            catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
            {
                throw new LatException($"The code of {type} in {assembly}.dll cannot be read: {exception.Message} Build again.", exception);
            }
        }
    }

    public void Dispose() => _folder.Dispose();
}
