using Lat.Core;

namespace Lat.Detection;

/// <summary>The scalars of one step, as an event file of TensorBoard holds them.</summary>
/// <param name="Seconds">Seconds of training until then; TensorBoard's relative time.</param>
/// <param name="Step">Iterations done.</param>
/// <param name="Scalars">Tag (`loss/box`) and value.</param>
public sealed record ScalarEvent(double Seconds, long Step, EquatableArray<KeyValuePair<string, float>> Scalars);
