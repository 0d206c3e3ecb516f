using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>One of the losses that are added up.</summary>
/// <param name="Name">Its name in reports (`objectness`, `box`).</param>
/// <param name="Value">A scalar with its graph.</param>
public sealed record LossTerm(string Name, Tensor Value);
