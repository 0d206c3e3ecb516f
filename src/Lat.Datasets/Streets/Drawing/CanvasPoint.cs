namespace Lat.Datasets;

/// <summary>A point of the canvas, in its own fine pixels.</summary>
internal readonly record struct CanvasPoint(double X, double Y);
