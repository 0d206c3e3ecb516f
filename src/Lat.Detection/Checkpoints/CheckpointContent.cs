using Lat.Core;

namespace Lat.Detection;

/// <summary>What a reader of one format found in a file.</summary>
/// <param name="Format">The format.</param>
/// <param name="Section">The key of the nested mapping that holds the tensors; null where they lie at the top.</param>
/// <param name="Tensors">By name.</param>
/// <param name="Ignored">The names of what is not a tensor, or lies outside the section, in ordinal order.</param>
/// <param name="Owner">Closes the file.</param>
internal sealed record CheckpointContent(
    CheckpointFormat Format, string? Section, IReadOnlyDictionary<string, StoredTensor> Tensors, EquatableArray<string> Ignored, IDisposable Owner);
