namespace Lat.Pipeline;

/// <summary>A stage that is running, as far as the front door has heard of it.</summary>
internal sealed class RunningStage(string name, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private long _lastPrinted = clock.GetTimestamp();
    private string? _lastLine;

    /// <summary>Its last words, for people; null before the first.</summary>
    public string? LastWords => _lastLine is null ? null : ProgressText.Readable(_lastLine);

    public void Hear(string line) => _lastLine = line;

    /// <summary>Whether it is time for a line in a log; asking begins the next wait.</summary>
    public bool IsDue(TimeSpan quiet)
    {
        if (clock.GetElapsedTime(_lastPrinted) < quiet)
        {
            return false;
        }

        _lastPrinted = clock.GetTimestamp();
        return true;
    }

    /// <summary>The line that stands for it on a terminal.</summary>
    public string LiveLine(int width)
    {
        var ran = "  " + ProgressText.Duration(clock.GetElapsedTime(_started).TotalSeconds);
        var left = width - ran.Length;
        return _lastLine is not null && StageProgress.Parse(_lastLine) is { } progress
            ? ProgressText.Fit(name, progress, left) + ran
            : ProgressText.Cut(_lastLine is null ? name : $"{name}  {_lastLine}", left) + ran;
    }
}
