using Lat.Core;

namespace Lat.Detection;

/// <summary>What one step of training came to.</summary>
/// <param name="Losses">Each term, as it was.</param>
/// <param name="GradientNorm">Euclidean norm of the whole gradient, before clipping.</param>
/// <param name="WasTaken">Whether the weights changed; not where a number was not finite.</param>
internal readonly record struct TrainingStepResult(EquatableArray<NamedLoss> Losses, double GradientNorm, bool WasTaken);
