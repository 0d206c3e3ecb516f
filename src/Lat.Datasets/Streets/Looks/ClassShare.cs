namespace Lat.Datasets;

/// <summary>How often a class is drawn, relative to the others.</summary>
public readonly record struct ClassShare(StreetClass Class, double Weight);
