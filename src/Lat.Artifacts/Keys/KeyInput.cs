using Lat.Core;

namespace Lat.Artifacts;

/// <summary>One input of a stage as its key sees it: a name and the content, wherever that came from.</summary>
public sealed record KeyInput(string Name, ContentHash Hash);
