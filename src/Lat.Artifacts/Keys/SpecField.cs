namespace Lat.Artifacts;

/// <summary>One named value as text: a field of a spec that a stage consumes, or a fact about numerics or the machine.</summary>
/// <param name="Path">Where it stands, in camelCase: `train.learningRate`, `classes[0]`.</param>
/// <param name="Value">Invariant text: texts in quotes, numbers in the shortest form that reads back exactly, `null` for none.</param>
public sealed record SpecField(string Path, string Value)
{
    public override string ToString() => $"{Path}: {Value}";
}
