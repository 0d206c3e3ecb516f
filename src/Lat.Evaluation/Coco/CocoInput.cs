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
        : this(labelSpace, imageCount, objects.ToArray(), predictions.ToArray())
    {
    }

    /// <summary>Takes the arrays themselves; their owner must not change them any more.</summary>
    internal CocoInput(LabelSpace labelSpace, int imageCount, CocoObject[] objects, CocoPrediction[] predictions)
    {
        (LabelSpace, ImageCount, Objects, Predictions) = (labelSpace, imageCount, objects, predictions);
        foreach (ref readonly var item in objects.AsSpan())
        {
            Check(item.Image, item.Class, item.X + item.Y + item.Width + item.Height + item.Area, item);
        }

        foreach (ref readonly var item in predictions.AsSpan())
        {
            Check(item.Image, item.Class, item.X + item.Y + item.Width + item.Height + item.Score, item);
        }
    }

    public LabelSpace LabelSpace { get; }

    public int ImageCount { get; }

    internal CocoObject[] Objects { get; }

    internal CocoPrediction[] Predictions { get; }

    /// <summary>Joins the nouns of the core by file name and class name.</summary>
    /// <param name="groundTruth">What there is.</param>
    /// <param name="detections">What was found.</param>
    /// <param name="ids">The ids of images and classes to order by; null for the order of the set.</param>
    /// <exception cref="LatException">A detection is on an image or of a class that the ground truth lacks; all such are named.</exception>
    public static CocoInput Of(AnnotationSet groundTruth, DetectionSet detections, CocoIds? ids = null) =>
        CocoJoin.Join(groundTruth, detections, ids ?? CocoIds.InOrderOf(groundTruth));

    private void Check<T>(int image, int classIndex, double sum, in T item)
    {
        if (image < 0 || image >= ImageCount || classIndex < 0 || classIndex >= LabelSpace.Count || !double.IsFinite(sum))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Not evaluable among {ImageCount} images and {LabelSpace.Count} classes: {item}."));
        }
    }
}
