using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>Sends training progress to the front door, on the thread that trains.</summary>
public sealed class ReportedProgress(Action<string> report) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => report(value.Notice is { } notice ? StageNotice.ToLine(notice) : StageProgress.Of(value).ToLine());
}
