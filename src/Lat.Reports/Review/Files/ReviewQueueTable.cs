using System.Globalization;

namespace Lat.Reports;

/// <summary>The queue as `queue.csv`: what to look at, most worth first.</summary>
public static class ReviewQueueTable
{
    /// <summary>The file's name in the folder of a batch.</summary>
    public const string FileName = "queue.csv";

    public static string Write(ReviewBatch batch) => "image,x1,y1,x2,y2,class,confidence,worth,reasons\n" + string.Concat(batch.Queue.Select(item => string.Join(
        ',',
        Quoted(item.FileName),
        Number(item.Box.X1),
        Number(item.Box.Y1),
        Number(item.Box.X2),
        Number(item.Box.Y2),
        Quoted(item.ClassName?.Value ?? ""),
        item.Confidence.ToString("0.###", CultureInfo.InvariantCulture),
        item.Worth.ToString("0.###", CultureInfo.InvariantCulture),
        Quoted(ReviewReasonText.Of(item.Reasons))) + "\n"));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
