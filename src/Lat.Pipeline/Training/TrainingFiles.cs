namespace Lat.Pipeline;

/// <summary>The files that training leaves beside the weights.</summary>
public static class TrainingFiles
{
    /// <summary>The losses over the iterations, one JSON object a line.</summary>
    public const string Metrics = "metrics.jsonl";
}
