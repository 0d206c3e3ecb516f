namespace Lat.Detection;

/// <summary>Gives the numbers of a tensor in memory; may be called on any thread while the tensor lives.</summary>
internal delegate Span<float> TensorSpan();
