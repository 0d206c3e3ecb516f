namespace Lat.Transfer;

/// <summary>A candidate that became no label.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="SuppressedBy">The label that suppressed it, by position; null where there were labels enough already.</param>
public sealed record LostCandidate(LabelCandidate Candidate, int? SuppressedBy);
