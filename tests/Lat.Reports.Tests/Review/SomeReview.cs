namespace Lat.Reports.Tests.Review;

/// <summary>Labels to look at.</summary>
internal static class SomeReview
{
    public static readonly LabelSpace Space = new("car", "cyclist");

    public static readonly ImageSize Size = new(200, 100);

    public static Annotation Label(double x, string name, double confidence, double width = 20) =>
        new(new Box(x, 10, x + width, 40), Space.IndexOf(name)) { Confidence = confidence, Origin = AnnotationOrigin.Transferred };

    public static AnnotationSet Set(params (string Image, Annotation[] Labels)[] images) => SetOf(Space, images);

    public static AnnotationSet SetOf(LabelSpace space, params (string Image, Annotation[] Labels)[] images) =>
        new(space, images.Select(image => new AnnotatedImage(image.Image, Size, image.Labels.ToEquatableArray())));

    public static ReviewSource Source(AnnotationSet labels, params AnnotationSet[] others) =>
        new(SetOf(new LabelSpace("vehicle"), [.. labels.Images.Select(image => (image.FileName, Array.Empty<Annotation>()))]), labels, others.ToEquatableArray());

    /// <summary>Two images in folders: on the first a sure car, a doubtful cyclist and a hint; on the second a car alone.</summary>
    public static ReviewBatch Batch()
    {
        var labels = Set(
            ("a/1.png", [Label(10, "car", 0.97) with { SourceIndex = 3 }, Label(60.25, "cyclist", 0.55), Label(120, "car", 0.4)]),
            ("a/2.jpg", [Label(33.333333, "car", 0.6)]));
        return ReviewBatch.Of("streets", "lat", Some.Fine, Some.Mid, labels, ReviewQueue.Build(Source(labels)), threshold: 0.5);
    }
}
