namespace Lat.Detection;

/// <summary>A loss as a number.</summary>
public readonly record struct NamedLoss(string Name, double Value);
