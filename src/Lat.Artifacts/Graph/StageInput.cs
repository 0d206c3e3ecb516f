namespace Lat.Artifacts;

/// <summary>An input of a stage that another stage makes.</summary>
/// <param name="Name">What the stage calls it (`weights`); part of its key.</param>
/// <param name="Node">The name of the node that makes it; not part of the key.</param>
/// <param name="Output">
/// The file among that node's outputs; null for all of them, which the stage then sees as `name/output`.
/// </param>
public sealed record StageInput(string Name, string Node, string? Output = null);
