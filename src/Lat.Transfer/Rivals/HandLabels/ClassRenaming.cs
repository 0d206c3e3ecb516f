using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// A source's own boxes under the target's class names; classes without one are dropped. Nothing is predicted and no box moves: what
/// somebody with a script and an afternoon would do.
/// </summary>
public sealed class ClassRenaming
{
    private readonly LabelSpace _source, _target;
    private readonly int?[] _targetOf;

    /// <param name="source">The source's space.</param>
    /// <param name="target">The target's space.</param>
    /// <param name="targetOf">[source classes] the target's class that each becomes; null where it is dropped.</param>
    internal ClassRenaming(LabelSpace source, LabelSpace target, int?[] targetOf) => (_source, _target, _targetOf) = (source, target, targetOf);

    /// <summary>The source's classes that are kept.</summary>
    public EquatableArray<ClassName> Kept => Where(target => target is not null);

    /// <summary>The source's classes that are dropped.</summary>
    public EquatableArray<ClassName> Dropped => Where(target => target is null);

    /// <summary>The target's class of a source's class; null where it is dropped.</summary>
    public ClassName? this[ClassName source] => _source.IndexOf(source) is { } index && _targetOf[index] is { } target ? _target[target] : null;

    /// <summary>All images of the source, with the boxes of the kept classes; crowds and ignored regions stay what they are.</summary>
    /// <param name="source">The source's images and annotations.</param>
    /// <exception cref="ArgumentException">The annotations are in another space than the renaming.</exception>
    public AnnotationSet Apply(AnnotationSet source)
    {
        if (source.LabelSpace != _source)
        {
            throw new ArgumentException($"The renaming is of ({_source}), the annotations are in ({source.LabelSpace}).");
        }

        return new AnnotationSet(_target, source.Images.Select(image => image with
        {
            Annotations = (from index in Enumerable.Range(0, image.Annotations.Count)
                           let annotation = image.Annotations[index]
                           let target = _targetOf[annotation.ClassIndex]
                           where target is not null
                           select annotation with { ClassIndex = target.Value, SourceIndex = index, ObjectId = null }).ToEquatableArray(),
        }));
    }

    private EquatableArray<ClassName> Where(Func<int?, bool> holds) =>
        Enumerable.Range(0, _source.Count).Where(index => holds(_targetOf[index])).Select(index => _source[index]).ToEquatableArray();
}
