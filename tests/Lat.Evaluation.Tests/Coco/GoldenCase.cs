using System.Text.Json;

namespace Lat.Evaluation.Tests;

/// <summary>One input and what the official tool says of it; made by `eng/golden/coco_ap.py`.</summary>
public sealed record GoldenCase(
    string Name,
    int Images,
    int Classes,
    int[] MaxDetections,
    bool HonorsIgnored,
    double[][] Objects,
    double[][] Detections,
    double?[]? Stats,
    double?[][] PerClass,
    string Precision,
    string Recall,
    string[]? Lines)
{
    private const int Crowd = 1;
    private const int Ignored = 2;

    public static IReadOnlyList<GoldenCase> All { get; } = JsonSerializer.Deserialize<GoldenCase[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "coco-ap.json")),
        JsonSerializerOptions.Web)!;

    public CocoEvaluationOptions Options => new() { MaxDetections = [.. MaxDetections], HonorsIgnored = HonorsIgnored };

    public LabelSpace LabelSpace => new([.. Enumerable.Range(0, Classes).Select(index => FormattableString.Invariant($"class {index}"))]);

    public CocoInput ToInput() => new(
        LabelSpace,
        Images,
        Objects.Select(row => new CocoObject((int)row[0], (int)row[1], row[2], row[3], row[4], row[5], row[6])
        {
            IsCrowd = ((int)row[7] & Crowd) != 0,
            IsIgnored = ((int)row[7] & Ignored) != 0,
        }),
        Detections.Select(row => new CocoPrediction((int)row[0], (int)row[1], row[2], row[3], row[4], row[5], row[6])));

    /// <summary>Whether corners hold the boxes without rounding: all coordinates are quarters.</summary>
    public bool HasExactCorners => Objects.Concat(Detections).All(row =>
        row[2..6].All(value => value * 4 == Math.Floor(value * 4) && value < 1e6));

    public AnnotationSet ToGroundTruth()
    {
        var input = ToInput();
        return new AnnotationSet(LabelSpace, Enumerable.Range(0, Images).Select(image => new AnnotatedImage(
            FileName(image),
            new ImageSize(640, 480),
            input.Objects.Where(item => item.Image == image).Select(item => new Annotation(
                Box.FromXywh(item.X, item.Y, item.Width, item.Height), item.Class)
            {
                Area = item.Area,
                IsCrowd = item.IsCrowd,
                IsIgnored = item.IsIgnored,
            }).ToEquatableArray())));
    }

    /// <summary>The images come in another order than the ground truth's: they are joined by name.</summary>
    public DetectionSet ToDetections()
    {
        var input = ToInput();
        return new DetectionSet(LabelSpace, Enumerable.Range(0, Images).Reverse().Select(image => new ImageDetections(
            FileName(image),
            new ImageSize(640, 480),
            input.Predictions.Where(item => item.Image == image).Select(item => new Detection(
                Box.FromXywh(item.X, item.Y, item.Width, item.Height), item.Class, item.Score)).ToEquatableArray())).ToEquatableArray());
    }

    private static string FileName(int image) => FormattableString.Invariant($"{image}.png");
}
