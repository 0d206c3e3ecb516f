namespace Lat.Reports;

/// <summary>The labels that are to be looked at, and what they are held against. The truth is never asked: where it is known, nobody needs a review.</summary>
/// <param name="Annotations">The source's own annotations.</param>
/// <param name="Labels">The transferred labels, in the target's label space.</param>
/// <param name="Others">Other methods' labels of the same images in the same space; may be empty.</param>
public sealed record ReviewSource(AnnotationSet Annotations, AnnotationSet Labels, EquatableArray<AnnotationSet> Others);
