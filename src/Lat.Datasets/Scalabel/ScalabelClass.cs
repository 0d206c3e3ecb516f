namespace Lat.Datasets;

/// <summary>What a category's name in a file means.</summary>
/// <param name="Index">The class in the dataset's label space.</param>
/// <param name="IsIgnored">Whether such objects are neither to be found nor to be missed.</param>
internal readonly record struct ScalabelClass(int Index, bool IsIgnored);
