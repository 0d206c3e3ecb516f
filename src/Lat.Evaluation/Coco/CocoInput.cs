namespace Lat.Evaluation;

/// <summary>
/// What average precision is computed from, in columns. Order matters where scores tie: images in ascending order of their ids, as the
/// official tool takes them, and the objects and detections of an image in the order of their files.
/// </summary>
public sealed class CocoInput
{
    /// <param name="labelSpace">The classes, in ascending order of their category ids; the official means are summed in this order.</param>
    /// <param name="imageCount">The number of images, those without any object included.</param>
    /// <param name="objects">The ground truth.</param>
    /// <param name="predictions">The detections.</param>
    /// <exception cref="ArgumentException">An image or a class is out of range, or a number is not finite.</exception>
    public CocoInput(LabelSpace labelSpace, int imageCount, IEnumerable<CocoObject> objects, IEnumerable<CocoPrediction> predictions)
    {
        LabelSpace = labelSpace;
        ImageCount = imageCount;
        Objects = [.. objects];
        Predictions = [.. predictions];
        foreach (var item in Objects)
        {
            Check(item.Image, item.Class, item.X + item.Y + item.Width + item.Height + item.Area, item);
        }

        foreach (var item in Predictions)
        {
            Check(item.Image, item.Class, item.X + item.Y + item.Width + item.Height + item.Score, item);
        }
    }

    public LabelSpace LabelSpace { get; }

    public int ImageCount { get; }

    internal CocoObject[] Objects { get; }

    internal CocoPrediction[] Predictions { get; }

    private void Check<T>(int image, int classIndex, double sum, T item)
    {
        if (image < 0 || image >= ImageCount || classIndex < 0 || classIndex >= LabelSpace.Count || !double.IsFinite(sum))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Not evaluable among {ImageCount} images and {LabelSpace.Count} classes: {item}."));
        }
    }
}
