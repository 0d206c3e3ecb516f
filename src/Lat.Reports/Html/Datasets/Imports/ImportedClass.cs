namespace Lat.Reports;

/// <summary>How often an import has a class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Boxes">All its boxes.</param>
/// <param name="Crowds">Those of them that are crowds.</param>
/// <param name="Ignored">Those of them that are neither to be found nor to be missed.</param>
public sealed record ImportedClass(string Name, int Boxes, int Crowds, int Ignored);
