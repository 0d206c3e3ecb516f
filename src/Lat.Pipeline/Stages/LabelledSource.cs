using Lat.Artifacts;

namespace Lat.Pipeline;

/// <summary>A source's images with labels in the target's space, as the downstream detector trains on them.</summary>
/// <param name="Dataset">The source's name.</param>
/// <param name="Import">The node of its images.</param>
/// <param name="LabelsNode">The node of its labels.</param>
/// <param name="LabelsOutput">The file of that node.</param>
public sealed record LabelledSource(string Dataset, string Import, string LabelsNode, string LabelsOutput)
{
    /// <summary>What a stage calls its images.</summary>
    internal string ImagesInput => $"images/{Dataset}";

    /// <summary>What a stage calls its labels.</summary>
    internal string LabelsInput => $"labels/{Dataset}";

    /// <summary>What a stage that trains on it takes.</summary>
    internal IEnumerable<StageInput> ToInputs() =>
        [new(ImagesInput, Import, DatasetFiles.Images), new(LabelsInput, LabelsNode, LabelsOutput)];
}
