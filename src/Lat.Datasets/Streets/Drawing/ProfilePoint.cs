namespace Lat.Datasets;

/// <summary>A corner of a body's outline as seen from the side: metres forward, metres up, and half the body's width there.</summary>
internal readonly record struct ProfilePoint(double Forward, double Up, double HalfWidth);
