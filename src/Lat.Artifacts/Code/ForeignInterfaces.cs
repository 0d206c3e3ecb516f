namespace Lat.Artifacts;

/// <summary>What the framework's usual interfaces ask of a type, so that its other methods need not count as called from outside.</summary>
internal static class ForeignInterfaces
{
    private static readonly Dictionary<string, string[]> _methods = new(StringComparer.Ordinal)
    {
        ["System.IDisposable"] = ["Dispose"],
        ["System.IAsyncDisposable"] = ["DisposeAsync"],
        ["System.IEquatable`1"] = ["Equals"],
        ["System.IComparable"] = ["CompareTo"],
        ["System.IComparable`1"] = ["CompareTo"],
        ["System.Collections.IEnumerable"] = ["GetEnumerator"],
        ["System.Collections.Generic.IEnumerable`1"] = ["GetEnumerator"],
        ["System.Collections.Generic.IReadOnlyCollection`1"] = ["get_Count"],
        ["System.Collections.Generic.IReadOnlyList`1"] = ["get_Item"],
    };

    /// <summary>Whether a method of this name may be what the interface asks for; of an interface that is not known, any may.</summary>
    public static bool MayAskFor(string foreignInterface, string method) =>
        !_methods.TryGetValue(foreignInterface, out var methods) || methods.Contains(method, StringComparer.Ordinal);
}
