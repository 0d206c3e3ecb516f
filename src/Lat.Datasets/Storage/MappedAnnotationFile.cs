using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// An annotation file that stays on the disk: its columns are mapped, not copied, and each image's labels are made when they are asked for.
/// For who wants a part of millions of boxes, one column of them, or one image after the other. Any number of threads may read.
/// </summary>
public sealed class MappedAnnotationFile : IDisposable
{
    private readonly MappedFile _file;
    private readonly MappedColumns _columns;

    private MappedAnnotationFile(MappedFile file) => (_file, _columns) = (file, MappedColumns.Read(file.Walk(), file.Buffer));

    /// <summary>The classes.</summary>
    public LabelSpace LabelSpace => _columns.Table.LabelSpace;

    /// <summary>How many images there are.</summary>
    public int ImageCount => _columns.Table.Images.Count;

    /// <summary>How many boxes there are.</summary>
    public int BoxCount => _columns.Table.RowCount;

    /// <summary>The images and their labels, in order; each is made anew when its turn comes.</summary>
    public IEnumerable<AnnotatedImage> Images => Enumerable.Range(0, ImageCount).Select(Image);

    /// <summary>Maps a file and verifies its hash.</summary>
    /// <exception cref="LatException">The file is missing, of another kind or version, or damaged.</exception>
    public static MappedAnnotationFile Open(string path)
    {
        var file = MappedFile.Open(path, AnnotationFile.Magic, AnnotationFile.Version, "an annotation file");
        try
        {
            return new MappedAnnotationFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The class of every box, [BoxCount], in the order of the images; a copy.</summary>
    public int[] ClassIndices() => _file.Copy<int>(_columns.Classes, BoxCount);

    /// <summary>The four corners of every box, [4][BoxCount] pixels: x1, y1, x2, y2; a copy.</summary>
    public double[][] Corners() => [.. _columns.Corners.Select(offset => _file.Copy<double>(offset, BoxCount))];

    /// <summary>An image and its labels.</summary>
    /// <param name="index">From 0 to <see cref="ImageCount"/>.</param>
    public AnnotatedImage Image(int index)
    {
        var image = _columns.Table.Images[index];
        var labels = new Annotation[image.Count];
        for (var row = 0; row < image.Count; row++)
        {
            labels[row] = _columns.Label(_file.Buffer, image.Start + row);
        }

        return new AnnotatedImage(image.FileName, image.Size, EquatableArray.Create<Annotation>(labels));
    }

    public void Dispose() => _file.Dispose();
}
