using Lat.Core;

namespace Lat.Transfer;

/// <summary>Which candidates of an image became labels.</summary>
/// <param name="Kept">Those that did, best first.</param>
/// <param name="Lost">Those above their threshold that did not, best first.</param>
/// <param name="Labels">The labels, in the order of <paramref name="Kept"/>.</param>
public sealed record LabelChoice(EquatableArray<LabelCandidate> Kept, EquatableArray<LostCandidate> Lost, EquatableArray<Annotation> Labels);
