namespace Lat.Reports;

/// <summary>The labelling tools that Lat hands boxes to.</summary>
public static class ReviewFormats
{
    public static EquatableArray<IReviewFormat> All { get; } = [new CvatFormat(), new LabelStudioFormat()];

    /// <exception cref="LatException">There is none of that name.</exception>
    public static IReviewFormat Find(string name) => All.FirstOrDefault(format => format.Name == name)
        ?? throw new LatException($"No labelling tool '{name}'. There are: {string.Join(", ", All.Select(format => format.Name))}.");
}
