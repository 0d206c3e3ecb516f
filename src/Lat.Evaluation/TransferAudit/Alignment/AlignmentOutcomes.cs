namespace Lat.Evaluation;

/// <summary>What became of source boxes; every box counts once.</summary>
/// <param name="Kept">One label, of a class of the same name.</param>
/// <param name="Relabelled">One label, of a class of another name.</param>
/// <param name="Split">Several labels.</param>
/// <param name="Merged">No label of its own, but it lies mostly inside a label that comes from another box.</param>
/// <param name="Dropped">No label.</param>
/// <param name="Added">Labels that no box stands behind.</param>
public sealed record AlignmentOutcomes(int Kept, int Relabelled, int Split, int Merged, int Dropped, int Added);
