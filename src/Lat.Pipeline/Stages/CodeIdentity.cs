using System.Collections.Concurrent;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// The identity of a stage's code: its own revision, and what of this program's compiled code its <see cref="Stage.Run"/> reaches
/// (docs/keys.md). The front door and the worker each ask their own program, so that a worker of other code is found out.
/// </summary>
public static class CodeIdentity
{
    private static readonly CodeCache _cache = new(AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "code"));
    private static readonly ConcurrentDictionary<Type, ContentHash> _known = new();

    /// <param name="stage">The stage's type.</param>
    /// <param name="revision">The stage's own number.</param>
    public static CodeRevision Of(Type stage, int revision) =>
        new(revision, _known.GetOrAdd(stage, type => _cache.IdentityOf(AssemblyOf(type), NameOf(type), nameof(Stage.Run))));

    /// <summary>The methods and types that the identity stands for.</summary>
    public static CodeListing ListingOf(Type stage) => _cache.ListingOf(AssemblyOf(stage), NameOf(stage), nameof(Stage.Run));

    private static string AssemblyOf(Type type) => type.Assembly.GetName().Name!;

    private static string NameOf(Type type) => type.FullName!.Replace('+', '/');
}
