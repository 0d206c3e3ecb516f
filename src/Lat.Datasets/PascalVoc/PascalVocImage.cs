using Lat.Core;

namespace Lat.Datasets;

/// <summary>One XML file, as it was read.</summary>
/// <param name="File">The path of the XML.</param>
/// <param name="FileName">`filename`; null where it is missing.</param>
/// <param name="Size">`size`; null where it is missing or zero, as some tools write it.</param>
/// <param name="Objects">`object`, in the order of the file.</param>
internal sealed record PascalVocImage(string File, string? FileName, ImageSize? Size, IReadOnlyList<PascalVocObject> Objects)
{
    /// <summary>The path below Annotations without its ending, `/` between folders; the name by which image sets list it.</summary>
    public string Id { get; init; } = "";
}
