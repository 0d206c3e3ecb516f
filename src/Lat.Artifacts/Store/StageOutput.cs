using Lat.Core;

namespace Lat.Artifacts;

/// <summary>One file that a stage made.</summary>
/// <param name="Name">Its path inside the stage's work directory, with `/` between folders.</param>
/// <param name="Hash">Its content; the name of its blob.</param>
/// <param name="Size">In bytes.</param>
public sealed record StageOutput(string Name, ContentHash Hash, long Size);
