namespace Lat.Detection;

/// <summary>How the names of a published checkpoint of an architecture are read.</summary>
/// <param name="Body">What the names of the network below begin with.</param>
/// <param name="Head">What the names of the last layer begin with, which may keep its start where its shape differs.</param>
internal sealed record WeightNames(string Body, string Head)
{
    /// <summary>The name that the network has for one of the checkpoint's. Default the same.</summary>
    public Func<string, string> Today { get; init; } = name => name;

    /// <summary>Whether a name is a second one of a tensor that the checkpoint has under the network's name too. Default none.</summary>
    public Func<string, bool> IsAlias { get; init; } = _ => false;
}
