namespace Lat.Reports;

/// <summary>Images that are there more than once.</summary>
/// <param name="Groups">How many groups.</param>
/// <param name="Images">How many images in all groups.</param>
/// <param name="Named">The names in the first groups.</param>
public sealed record RepeatedImages(int Groups, int Images, EquatableArray<EquatableArray<string>> Named);
