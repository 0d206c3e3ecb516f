namespace Lat.Reports.Tests;

/// <summary>Pages to look at; the names of classes are as hostile as a dataset's may be.</summary>
internal static class PageSamples
{
    public const string Hostile = "</script><script>window.injected=1</script>";

    private const string Pixels =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARwe" +
        "HigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAMABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAA" +
        "AAAAAAAAAAMF/8QAGhAAAQUBAAAAAAAAAAAAAAAAAAECAxNTkf/EABUBAQEAAAAAAAAAAAAAAAAAAAID/8QAFhEBAQEAAAAAAAAAAAAAAAAAABES/9oADAMBAAIRAxEA" +
        "PwC9sejOoLY9GdQzAUo5f//Z";

    private static readonly DatasetName Coarse = new("coarse");
    private static readonly ImageSize Size = new(160, 120);
    private static readonly LabelSpace SourceSpace = new("vehicle", "שלט \"דרך\" & co");
    private static readonly LabelSpace TargetSpace = new("car", Hostile);

    public static PageRun Run() => new(Some.Whole() with { Rows = Some.Measured().Rows, Cost = Some.Measured().Cost })
    {
        Description = "Does <b>it</b> help?",
        Yaml = "version: 1\ndescription: \"<!--run:title-->\"\n",
        Deviations = [new SettingDeviation("lat.training.batchSize", "4", "8")],
        Gates = [new GateVerdict(GateOutcome.Passed, 50, 45, "AP50 of lat on mid: 50.0, at least 45.0"), new GateVerdict(GateOutcome.Missed, 40, 45, "AP50 of <i>mid</i>")],
    };

    public static PageContent Content()
    {
        var labels = new AnnotationSet[] { Labels(AnnotationOrigin.PseudoLabel, 0.6), Labels(AnnotationOrigin.Transferred, 0.9) };
        var source = new ViewerSource(
            Coarse, Some.Mid, Own(), [KeyValuePair.Create("pseudo-label", labels[0]), KeyValuePair.Create("lat", labels[1])], Truth(), 0.5);
        return new PageContent(Some.Whole() with { Results = Some.Whole().Results.Select(result => result with { Analysis = Analysis() }).ToEquatableArray() })
        {
            Published = [new PublishedNumber { Method = "lat", Target = Some.Mid, Value = 48.1, Place = "Table 1" }],
            Training = [Curve("detector/mid/seed-1"), Curve("lat-model/seed-1")],
            Alignments = [TransferAlignment.Of("lat", Coarse, Some.Mid, Own(), labels[1], 0.5)],
            Datasets = [DatasetCard.Of(Coarse, "coco", Own(), Own()) with { Import = new DatasetImport(Facts(), Facts() with { Images = 3, Sequences = 0 }) }, DatasetCard.Of(Some.Mid, "streets", Truth(), Truth())],
            Viewer = new ViewerContent(
                Own().Images.Select(image => new ViewerImage(Coarse, image.FileName, Size, Convert.FromBase64String(Pixels).ToEquatableArray())).ToEquatableArray(),
                [ViewerSample.Take(source, typical: 2, disputed: 1)]),
        };
    }

    /// <summary>What an import found where everything that may be wrong is.</summary>
    public static ImportFacts Facts() => new(
        "COCO JSON",
        "each dataset's own",
        new BoxConvention("exclusive", "unstated", "An `area` other than the box's is kept.", "`iscrowd`: 1", ""),
        Images: 4,
        ImagesWithoutBoxes: 1,
        Sequences: 2,
        Boxes: 9,
        CrowdShare: 1 / 9.0,
        [new ImportedClass("vehicle", 6, 1, 0), new ImportedClass(Hostile, 3, 0, 0)],
        [new BoxSideCount(2, 0), new BoxSideCount(4, 2), new BoxSideCount(8, 7)],
        new RepeatedImages(1, 2, [["0.png", $"{Hostile}.png"]]),
        new RepeatedImages(0, 0, []),
        new NamedFaults(12, [.. Enumerable.Range(0, 12).Select(index => FormattableString.Invariant($"'images/broken-{index}.jpg' ends too early."))]),
        new NamedFaults(0, []));

    public static string WholePage() => HtmlReport.Complete(HtmlReport.Render(Content()), Run());

    private static TrainingCurve Curve(string stage) => new(stage, [20, 40, 60], [new LossCurve("class", [1, 0.5, 0.25]), new LossCurve("box", [0.5, double.NaN, 0.4])]);

    /// <summary>What a detector that finds half of two classes is told by the evaluator itself.</summary>
    private static DetectionAnalysis Analysis()
    {
        var detections = new DetectionSet(TargetSpace, Truth().Images.Select(image => new ImageDetections(
            image.FileName, image.Size, [.. image.Annotations.Select((annotation, index) => new Detection(annotation.Box.Translate(index * 12, 0), annotation.ClassIndex, 0.9 - (0.3 * index)))]))
            .ToEquatableArray());
        var input = CocoInput.Of(Truth(), detections);
        return DetectionAnalyzer.Analyze(input, CocoEvaluator.Evaluate(input));
    }

    private static AnnotationSet Own() => Set(SourceSpace, new Annotation(new Box(10, 10, 50, 50), 0), new Annotation(new Box(80, 20, 120, 90), 1), new Annotation(new Box(5, 70, 40, 110), 0));

    private static AnnotationSet Truth() => Set(TargetSpace, new Annotation(new Box(10, 12, 50, 50), 0), new Annotation(new Box(80, 20, 118, 90), 1));

    /// <summary>One label right, one of another class, one where nothing is, one too doubtful to be trained on.</summary>
    private static AnnotationSet Labels(AnnotationOrigin origin, double confidence) => Set(
        TargetSpace,
        new Annotation(new Box(10, 12, 50, 52), 0) { Confidence = confidence, Origin = origin, SourceIndex = 0 },
        new Annotation(new Box(80, 20, 118, 88), 0) { Confidence = confidence, Origin = origin, SourceIndex = 1 },
        new Annotation(new Box(120, 80, 150, 110), 1) { Confidence = 0.2, Origin = origin });

    private static AnnotationSet Set(LabelSpace space, params Annotation[] annotations) =>
        new(space, Enumerable.Range(0, 4).Select(index => new AnnotatedImage($"{index}.png", Size, index == 3 ? [] : annotations.ToEquatableArray())));
}
