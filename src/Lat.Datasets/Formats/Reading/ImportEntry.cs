using Lat.Core;

namespace Lat.Datasets;

/// <summary>One image of a dataset that is being read, and the labels it has so far.</summary>
public sealed class ImportEntry
{
    internal ImportEntry(string name, ImageSize size, ImportedImage image) => (Name, Size, Image) = (name, size, image);

    public string Name { get; }

    public ImageSize Size { get; }

    internal ImportedImage Image { get; }

    internal List<Annotation> Annotations { get; private set; } = [];

    /// <summary>The labels, which the entry lets go of: of millions there is no room for two lists.</summary>
    internal EquatableArray<Annotation> TakeAnnotations()
    {
        var taken = Annotations.ToEquatableArray();
        Annotations = [];
        return taken;
    }
}
