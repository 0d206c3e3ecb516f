using Lat.Core;

namespace Lat.Artifacts;

/// <summary>An input of a stage whose content is known.</summary>
/// <param name="Name">As the stage calls it, and as its key holds it.</param>
/// <param name="Hash">Its content.</param>
/// <param name="Node">The node that made it; null for an external one.</param>
/// <param name="Output">The stored file; null for an external one.</param>
/// <param name="External">The external input; null for a stored one.</param>
internal sealed record ResolvedInput(string Name, ContentHash Hash, string? Node, StageOutput? Output, ExternalInput? External);
