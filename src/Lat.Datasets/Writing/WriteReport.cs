using Lat.Core;

namespace Lat.Datasets;

/// <summary>What writing a dataset did.</summary>
/// <param name="Images">How many images have labels in the output.</param>
/// <param name="Boxes">How many boxes were written.</param>
/// <param name="Counts">What the format could not hold, by what it was (`crowd boxes left out`), in ordinal order. Absent: none.</param>
public sealed record WriteReport(long Images, long Boxes, NamedMap<long> Counts);
