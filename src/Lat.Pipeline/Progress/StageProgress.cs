using System.Text.Json;
using Lat.Core;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>
/// Where a running stage stands, as a worker sends it: one line of text that begins with a mark and goes on in JSON, among lines that are
/// for people. What is unknown is null.
/// </summary>
public sealed record StageProgress
{
    /// <summary>What such a line begins with.</summary>
    public const string Mark = "@progress ";

    /// <summary>How much is done, in <see cref="Unit"/>s.</summary>
    public required long Done { get; init; }

    /// <summary>How much there is.</summary>
    public required long Total { get; init; }

    /// <summary>What is counted. Default `iteration`.</summary>
    public string Unit { get; init; } = "iteration";

    /// <summary>Mean losses since the last report.</summary>
    public IReadOnlyList<NamedLoss> Losses { get; init; } = [];

    /// <summary>Learning rate of the last step.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Images per second since the last report.</summary>
    public double? ImagesPerSecond { get; init; }

    /// <summary>Share of the time that was spent waiting for data, in [0, 1].</summary>
    public double? DataWaitShare { get; init; }

    /// <summary>Steps that were skipped because a number was not finite.</summary>
    public int SkippedSteps { get; init; }

    /// <summary>Memory of the worker, bytes.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Seconds left at this speed.</summary>
    public double? RemainingSeconds { get; init; }

    /// <summary>That of a training.</summary>
    public static StageProgress Of(TrainingProgress training) => new()
    {
        Done = training.Iteration,
        Total = training.Iterations,
        Losses = training.Losses,
        LearningRate = training.LearningRate,
        ImagesPerSecond = training.ImagesPerSecond,
        DataWaitShare = training.DataWaitShare,
        SkippedSteps = training.SkippedSteps,
        MemoryBytes = training.MemoryBytes,
        RemainingSeconds = training.Remaining.TotalSeconds,
    };

    /// <summary>The line that a worker sends.</summary>
    public string ToLine() => Mark + JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>What a worker's line tells; null where it is a line for people.</summary>
    public static StageProgress? Parse(string line)
    {
        try
        {
            return line.StartsWith(Mark, StringComparison.Ordinal)
                ? JsonSerializer.Deserialize<StageProgress>(line.AsSpan(Mark.Length), JsonSerializerOptions.Web)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
