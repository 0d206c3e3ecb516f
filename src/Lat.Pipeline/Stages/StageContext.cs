using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What a running stage may touch.</summary>
/// <param name="Inputs">Absolute paths of the input files, by input name.</param>
/// <param name="WorkDirectory">Where the outputs go; holds checkpoints of an attempt that was killed.</param>
/// <param name="Device">`cpu` or `cuda:N`.</param>
/// <param name="Report">Takes a line of progress for people.</param>
public sealed record StageContext(NamedMap<string> Inputs, string WorkDirectory, string Device, Action<string> Report)
{
    /// <summary>Where scalars for TensorBoard go: they hold measured times and are no output. Null for nowhere.</summary>
    public string? ScalarsDirectory { get; init; }

    public string Input(string name) => Inputs.TryGetValue(name, out var path)
        ? path
        : throw new InvalidOperationException($"The stage was not given its input '{name}'; it has: {string.Join(", ", Inputs.Keys)}.");

    public string Output(string name) => Path.Combine(WorkDirectory, name);
}
