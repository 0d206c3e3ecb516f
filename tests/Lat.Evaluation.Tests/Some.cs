namespace Lat.Evaluation.Tests;

/// <summary>Small sets for the tests: boxes are 10 wide and 10 high unless they say otherwise.</summary>
internal static class Some
{
    public static readonly ImageSize Size = new(200, 100);

    public static Box Square(double x, double y = 0, double side = 10) => Box.FromXywh(x, y, side, side);

    public static Annotation Object(double x, int classIndex = 0, int? id = null, double side = 10) =>
        new(Square(x, 0, side), classIndex) { ObjectId = id };

    public static Annotation Label(double x, int classIndex = 0, double confidence = 0.9, int? from = null) =>
        new(Square(x), classIndex) { Confidence = confidence, SourceIndex = from, Origin = AnnotationOrigin.Transferred };

    public static AnnotationSet Set(LabelSpace space, params Annotation[] annotations) => Set(space, "a.png", annotations);

    public static AnnotationSet Set(LabelSpace space, string fileName, params Annotation[] annotations) =>
        new(space, [new AnnotatedImage(fileName, Size, [.. annotations])]);

    public static DetectionSet Detections(LabelSpace space, string fileName, params Detection[] detections) =>
        new(space, [new ImageDetections(fileName, Size, [.. detections])]);

    /// <summary>Metrics that are all the same number.</summary>
    public static CocoMetrics Metrics(double value) => new()
    {
        Ap = value,
        Ap50 = value,
        Ap75 = value,
        ApSmall = value,
        ApMedium = value,
        ApLarge = value,
        Ar1 = value,
        Ar10 = value,
        Ar100 = value,
        ArSmall = value,
        ArMedium = value,
        ArLarge = double.NaN,
        PerClass = [new CocoClassMetrics(new ClassName("car"), value, value, 3, 5)],
    };

    public static MethodResult Result(string method, double value, ulong seed = 1, string target = "mid") =>
        new(method, new DatasetName(target), new Seed(seed), Metrics(value));
}
