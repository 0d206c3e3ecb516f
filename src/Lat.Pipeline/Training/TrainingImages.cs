using Lat.Core;
using Lat.Detection;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>The images of one set with the labels to train on; the labels need not be the set's own.</summary>
public sealed class TrainingImages : IDisposable
{
    private readonly PackedImages _pixels;
    private readonly AnnotationSet _annotations;
    private readonly int[] _positions;

    /// <param name="packPath">The packed pixels.</param>
    /// <param name="annotations">The labels of some or all of the packed images.</param>
    /// <param name="slice">The place of their label space in the head.</param>
    public TrainingImages(string packPath, AnnotationSet annotations, LabelSpaceSlice slice)
    {
        (_annotations, Slice) = (annotations, slice);
        _pixels = PackedImages.Open(packPath);
        _positions = [.. annotations.Images.Select(image => _pixels.IndexOf(image.FileName)
            ?? throw new LatException($"The labels name the image '{image.FileName}', which the packed images lack: they belong to another import."))];
    }

    public LabelSpaceSlice Slice { get; }

    /// <summary>The images of a pack with no labels at all.</summary>
    public static TrainingImages WithoutLabels(string packPath, LabelSpace space)
    {
        using var pixels = PackedImages.Open(packPath);
        var images = pixels.FileNames.Select((name, position) => new AnnotatedImage(name, pixels.SizeOf(position), [])).ToEquatableArray();
        return new TrainingImages(packPath, new AnnotationSet(space, images), LabelSpaceSlice.Whole(space.Count));
    }

    public int Count => _positions.Length;

    public RgbImage Pixels(int index) => _pixels.Read(_positions[index]);

    /// <summary>The size of an image, without reading it.</summary>
    public ImageSize SizeOf(int index) => _pixels.SizeOf(_positions[index]);

    public EquatableArray<Annotation> Annotations(int index) => _annotations.Images[index].Annotations;

    public void Dispose() => _pixels.Dispose();
}
