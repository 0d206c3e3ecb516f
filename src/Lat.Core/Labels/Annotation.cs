namespace Lat.Core;

/// <summary>One labelled box of an image.</summary>
/// <param name="Box">Where, in pixels of the image.</param>
/// <param name="ClassIndex">What, as an index into the label space of the set that holds the annotation.</param>
public sealed record Annotation(Box Box, int ClassIndex)
{
    // A dataset has millions of these: values that may be missing share one byte that says which are there, so that an object takes 80 bytes, not 104.
    private readonly double _area;
    private readonly int _sourceIndex;
    private readonly int _objectId;
    private readonly Given _given;

    [Flags]
    private enum Given : byte
    {
        Area = 1,
        SourceIndex = 2,
        ObjectId = 4,
    }

    /// <summary>How sure the label is, in [0, 1]: 1 for a human's, the score for a model's. Default 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>A group that was not separated into objects (COCO `iscrowd`): never a positive, never a miss. Default false.</summary>
    public bool IsCrowd { get; init; }

    /// <summary>An object that is neither to be found nor to be missed (VOC `difficult`). Default false.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>
    /// The area in square pixels that decides the size class in COCO's metric, where a file gives one (that of the mask); null: that of the box.
    /// </summary>
    public double? Area
    {
        get => _given.HasFlag(Given.Area) ? _area : null;
        init => (_area, _given) = (value.GetValueOrDefault(), Mark(Given.Area, value.HasValue));
    }

    /// <summary>How the label came to be. Default <see cref="AnnotationOrigin.GroundTruth"/>.</summary>
    public AnnotationOrigin Origin { get; init; } = AnnotationOrigin.GroundTruth;

    /// <summary>
    /// The position, in the image's own annotations, of the source annotation that this label was made from; null where it has none.
    /// </summary>
    public int? SourceIndex
    {
        get => _given.HasFlag(Given.SourceIndex) ? _sourceIndex : null;
        init => (_sourceIndex, _given) = (value.GetValueOrDefault(), Mark(Given.SourceIndex, value.HasValue));
    }

    /// <summary>
    /// An identity of the object across label spaces, where a dataset knows it (Streets does); null elsewhere. Never given to training.
    /// </summary>
    public int? ObjectId
    {
        get => _given.HasFlag(Given.ObjectId) ? _objectId : null;
        init => (_objectId, _given) = (value.GetValueOrDefault(), Mark(Given.ObjectId, value.HasValue));
    }

    private Given Mark(Given which, bool isGiven) => isGiven ? _given | which : _given & ~which;
}
