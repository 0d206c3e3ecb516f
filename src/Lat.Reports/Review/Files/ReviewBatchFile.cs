using System.Text.Json;

namespace Lat.Reports;

/// <summary>Writes and reads `batch.json`, by which what comes back is known again.</summary>
public static class ReviewBatchFile
{
    /// <summary>The file's name in the folder of a batch.</summary>
    public const string FileName = "batch.json";

    private const int SchemaVersion = 1;

    /// <summary>The text of the file; the same batch gives the same bytes.</summary>
    public static string Write(ReviewBatch batch) => JsonSerializer.Serialize(
        new BatchRecord(
            SchemaVersion,
            batch.Experiment,
            batch.Method,
            batch.Source,
            batch.Target,
            batch.Labels.LabelSpace.Classes,
            batch.Labels.Images.Select(image => new ImageRecord(
                image.FileName,
                image.Size.Width,
                image.Size.Height,
                image.Annotations.Select(label => new LabelRecord(Corners(label.Box), batch.Labels.LabelSpace[label.ClassIndex], label.Confidence, label.SourceIndex)).ToEquatableArray())).ToEquatableArray(),
            batch.Queue.Select(item => new ItemRecord(item.FileName, Corners(item.Box), item.ClassName, item.Confidence, item.Worth, item.IsLabel, item.Reasons)).ToEquatableArray()),
        EvaluationJson.Options) + "\n";

    /// <exception cref="LatException">The file is missing, or is no batch.</exception>
    public static ReviewBatch Read(string path)
    {
        try
        {
            var record = JsonSerializer.Deserialize<BatchRecord>(ReviewFaults.ReadText(path), EvaluationJson.Options) ?? throw new JsonException("It is empty.");
            return record.SchemaVersion == SchemaVersion ? Batch(record) : throw new LatException(FormattableString.Invariant(
                $"'{path}' has schemaVersion {record.SchemaVersion}; this Lat reads {SchemaVersion}. Use the version of Lat that made the batch."));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException or FormatException)
        {
            throw new LatException($"'{path}' is no batch of `lat review export`: {fault.Message} Give the folder that it wrote, as it was.", fault);
        }
    }

    private static ReviewBatch Batch(BatchRecord record)
    {
        var space = new LabelSpace(record.Classes);
        var images = record.Images.Select(image => new AnnotatedImage(image.Name, new ImageSize(image.Width, image.Height), image.Labels.Select(label =>
            new Annotation(BoxOf(label.Box), space.IndexOf(label.ClassName.Value)) { Confidence = label.Confidence, SourceIndex = label.Source, Origin = AnnotationOrigin.Transferred }).ToEquatableArray()));
        var queue = record.Queue.Select(item => new ReviewItem(item.Image, BoxOf(item.Box), item.ClassName, item.Confidence, item.Worth, item.Reasons) { IsLabel = item.IsLabel });
        return new ReviewBatch(record.Experiment, record.Method, record.Source, record.Target, new AnnotationSet(space, images), queue.ToEquatableArray());
    }

    private static EquatableArray<double> Corners(Box box) => [box.X1, box.Y1, box.X2, box.Y2];

    private static Box BoxOf(EquatableArray<double> corners) => corners.Count == 4
        ? new Box(corners[0], corners[1], corners[2], corners[3])
        : throw new ArgumentException(FormattableString.Invariant($"A box has {corners.Count} numbers; expected four corners."));

    private sealed record BatchRecord(
        int SchemaVersion,
        string Experiment,
        string Method,
        DatasetName Source,
        DatasetName Target,
        EquatableArray<ClassName> Classes,
        EquatableArray<ImageRecord> Images,
        EquatableArray<ItemRecord> Queue);

    private sealed record ImageRecord(string Name, int Width, int Height, EquatableArray<LabelRecord> Labels);

    private sealed record LabelRecord(EquatableArray<double> Box, ClassName ClassName, double Confidence, int? Source);

    private sealed record ItemRecord(string Image, EquatableArray<double> Box, ClassName? ClassName, double Confidence, double Worth, bool IsLabel, ReviewReason Reasons);
}
