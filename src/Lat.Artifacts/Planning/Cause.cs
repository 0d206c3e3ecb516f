using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Where a stage's run begins: a stage upstream that has reasons of its own, and the way from there.</summary>
/// <param name="Chain">From the stage up to the one with the reasons, each the input of the one before it.</param>
/// <param name="Reasons">The reasons of the last stage of the chain.</param>
public sealed record Cause(EquatableArray<string> Chain, EquatableArray<KeyDifference> Reasons);
