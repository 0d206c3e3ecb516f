using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What the store keeps of one run of a stage: why it is what it is, what came out, and what it cost.</summary>
/// <param name="Key">The hash of <paramref name="Parts"/>.</param>
/// <param name="Parts">All that the result depends on.</param>
/// <param name="Outputs">The files, in ordinal order of their names.</param>
/// <param name="Measurements">What was observed; part of no identity.</param>
public sealed record StageResult(StageKey Key, StageKeyParts Parts, EquatableArray<StageOutput> Outputs, StageMeasurements Measurements)
{
    /// <summary>The output of this name; null where the stage made none.</summary>
    public StageOutput? FindOutput(string name) => Outputs.FirstOrDefault(output => output.Name == name);

    /// <exception cref="LatException">The stage made no such output; the message lists those it made.</exception>
    public StageOutput Output(string name) => FindOutput(name) ?? throw new LatException(
        $"The stage '{Parts.Kind}' ({Key.Abbreviated}) made no output '{name}'; it made: {string.Join(", ", Outputs.Select(output => output.Name))}.");
}
