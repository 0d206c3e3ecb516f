using System.Reflection;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// The identity of a stage's code: its own revision, and the module identities of the projects that it calls. Builds are deterministic, so
/// a module's identity follows from its source.
/// </summary>
public static class CodeIdentity
{
    /// <param name="revision">The stage's own.</param>
    /// <param name="projects">The assemblies that can change its result (`Lat.Detection`).</param>
    public static string Of(int revision, EquatableArray<string> projects)
    {
        var modules = projects.Order(StringComparer.Ordinal)
            .Select(project => $"{project} {Assembly.Load(project).ManifestModule.ModuleVersionId:N}");
        var hash = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', modules)));
        return FormattableString.Invariant($"{revision}-{hash.Abbreviated}");
    }
}
