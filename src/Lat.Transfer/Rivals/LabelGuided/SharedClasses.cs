using Lat.Core;

namespace Lat.Transfer;

/// <summary>The classes that two label spaces name alike, in the target's order.</summary>
public sealed class SharedClasses
{
    private readonly int?[] _ofSource;
    private readonly int?[] _ofTarget;
    private readonly int[] _inTarget;

    /// <param name="source">The source's space.</param>
    /// <param name="target">The target's space.</param>
    /// <exception cref="LatException">They share no name: the method has nothing to say.</exception>
    public SharedClasses(LabelSpace source, LabelSpace target)
    {
        var shared = target.Classes.Where(name => source.IndexOf(name) is not null).ToList();
        if (shared.Count == 0)
        {
            throw new LatException(
                $"Label-guided pseudo-labelling needs classes that both datasets name alike; there is none between ({source}) and ({target}). Leave out the method 'lgpl'.");
        }

        Space = new LabelSpace(shared);
        _ofSource = [.. source.Classes.Select(Space.IndexOf)];
        _ofTarget = [.. target.Classes.Select(Space.IndexOf)];
        _inTarget = [.. shared.Select(name => target.IndexOf(name)!.Value)];
    }

    /// <summary>The shared classes alone.</summary>
    public LabelSpace Space { get; }

    /// <summary>The shared class of a class of the source; null where it has none.</summary>
    public int? OfSource(int classIndex) => _ofSource[classIndex];

    /// <summary>The class of the target that a shared class is.</summary>
    public int InTarget(int shared) => _inTarget[shared];

    /// <summary>The target's image with annotations of shared classes only.</summary>
    public AnnotatedImage OfTarget(AnnotatedImage image) => image with
    {
        Annotations = image.Annotations.Where(annotation => _ofTarget[annotation.ClassIndex] is not null)
            .Select(annotation => annotation with { ClassIndex = _ofTarget[annotation.ClassIndex]!.Value }).ToEquatableArray(),
    };
}
