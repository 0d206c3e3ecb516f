using System.Diagnostics;

namespace Lat.Pipeline;

/// <summary>A stage that is running, as far as the front door has heard of it.</summary>
internal sealed class RunningStage(string name)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _lastPrinted = Stopwatch.GetTimestamp();
    private string? _lastLine;

    /// <summary>Its last words, for people; null before the first.</summary>
    public string? LastWords => _lastLine is null ? null : ProgressText.Readable(_lastLine);

    public void Hear(string line) => _lastLine = line;

    /// <summary>Whether it is time for a line in a log; asking begins the next wait.</summary>
    public bool IsDue(TimeSpan quiet)
    {
        if (Stopwatch.GetElapsedTime(_lastPrinted) < quiet)
        {
            return false;
        }

        _lastPrinted = Stopwatch.GetTimestamp();
        return true;
    }

    /// <summary>The line that stands for it on a terminal.</summary>
    public string LiveLine(int width)
    {
        var ran = "  " + ProgressText.Duration(Stopwatch.GetElapsedTime(_started).TotalSeconds);
        var left = width - ran.Length;
        return _lastLine is not null && StageProgress.Parse(_lastLine) is { } progress
            ? ProgressText.Fit(name, progress, left) + ran
            : ProgressText.Cut(_lastLine is null ? name : $"{name}  {_lastLine}", left) + ran;
    }
}
