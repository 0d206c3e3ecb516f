using Lat.Core;

namespace Lat.Artifacts;

/// <summary>A result as it lies in a store.</summary>
/// <param name="Key">What its folder is named.</param>
/// <param name="Result">What its manifest says; null where that is damaged.</param>
/// <param name="Damage">What is wrong with the manifest; null where nothing is.</param>
/// <param name="LastUsed">When it was made or last reused, to the day.</param>
internal sealed record StoredResult(StageKey Key, StageResult? Result, string? Damage, DateTimeOffset LastUsed);

/// <summary>A blob as it lies in a store.</summary>
/// <param name="Hash">What it is named.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Written">When it was published.</param>
internal sealed record StoredBlob(ContentHash Hash, string Path, long Size, DateTimeOffset Written);

/// <summary>Something else in a store's folder that costs space.</summary>
/// <param name="Path">A file or a folder.</param>
/// <param name="Size">In bytes, with all that is in it.</param>
/// <param name="Changed">The youngest change in it.</param>
internal sealed record StoredRemainder(string Path, long Size, DateTimeOffset Changed);
