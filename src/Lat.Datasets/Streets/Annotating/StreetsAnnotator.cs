using Lat.Core;

namespace Lat.Datasets;

/// <summary>Annotates a drawn scene as the annotators of one dataset would.</summary>
public static class StreetsAnnotator
{
    /// <summary>The labels in one space, in the order of the objects' ids, each with its <see cref="Annotation.ObjectId"/>.</summary>
    public static EquatableArray<Annotation> Annotate(RenderedScene scene, StreetsSpace space) => space switch
    {
        StreetsSpace.Mid => MidConvention.Annotate(scene).ToEquatableArray(),
        StreetsSpace.Fine => FineConvention.Annotate(scene).ToEquatableArray(),
        StreetsSpace.Coarse => CoarseConvention.Annotate(scene).ToEquatableArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(space), space, null),
    };
}
