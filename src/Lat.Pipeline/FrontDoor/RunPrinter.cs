using System.Globalization;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// Tells a person how a run goes. A line for every stage that ends; those that run have a line each that is drawn again in place on a
/// terminal, and elsewhere (logs, pipes, CI) say something every ten seconds.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="stageCount">Stages of the run.</param>
/// <param name="terminal">What the output is shown on; null where it is no terminal.</param>
/// <param name="clock">Says how long stages have run; null: the machine's.</param>
internal sealed class RunPrinter(TextWriter output, int stageCount, Terminal? terminal = null, TimeProvider? clock = null) : IRunObserver
{
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(10);

    private readonly SortedDictionary<string, RunningStage> _running = new(StringComparer.Ordinal);
    private readonly LiveLines? _live = terminal is null ? null : new LiveLines(output, terminal);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly long _started = (clock ?? TimeProvider.System).GetTimestamp();
    private long _lastDrawn;
    private int _ended;

    /// <summary>The least time between two drawings that only bring news of a running stage. Default a tenth of a second.</summary>
    public TimeSpan RedrawTime { get; init; } = TimeSpan.FromMilliseconds(100);

    public void StageStarted(StageInvocation invocation)
    {
        var name = invocation.Node.Name;
        _running[name] = new RunningStage(name, _clock);
        if (invocation.IsResumed)
        {
            Print($"          {name}  continues where an earlier attempt stopped");
        }

        Draw();
    }

    public void StageReported(StageNode node, string line)
    {
        if (!_running.TryGetValue(node.Name, out var stage))
        {
            return;
        }

        if (StageNotice.Parse(line) is { } notice)
        {
            Print($"          {node.Name}  {notice}");
            return;
        }

        stage.Hear(line);
        if (_live is null && stage.IsDue(QuietTime))
        {
            Print($"          {node.Name}  {stage.LastWords}");
        }
        else if (_clock.GetElapsedTime(_lastDrawn) >= RedrawTime)
        {
            Draw();
        }
    }

    public void StageSent(StageNode node, string place)
    {
        var stage = _running[node.Name] = new RunningStage(node.Name, _clock);
        stage.Hear(place);
        if (_live is null)
        {
            Print($"          {node.Name}  {place}");
        }

        Draw();
    }

    public void StageWaiting(StageNode node, LockOwner? owner) =>
        Print($"          {node.Name}  waits for {owner?.ToString() ?? "another run"}, whose result it will use");

    public void StageRetried(StageNode node, Exception failure) =>
        Print($"          {node.Name}  failed and is tried again" + output.NewLine + Indent(Reason(failure)));

    public void StageFinished(StageOutcome outcome)
    {
        _ended++;
        var made = _running.Remove(outcome.Node.Name, out var stage) && stage.LastWords is { } words ? "  " + words : "";
        switch (outcome.Status)
        {
            case StageStatus.Ran:
                Print(string.Create(CultureInfo.InvariantCulture, $"[{_ended,3}/{stageCount}] {outcome.Node.Name}  {outcome.Seconds:0.0} s{made}"));
                break;
            case StageStatus.Failed:
                Print(string.Create(CultureInfo.InvariantCulture, $"[{_ended,3}/{stageCount}] {outcome.Node.Name}  FAILED after {outcome.Seconds:0.0} s")
                    + output.NewLine + Indent(Reason(outcome.Error)));
                break;
            default:
                break;
        }

        Draw();
    }

    /// <summary>The last line: what ran, what was reused, what failed.</summary>
    public void Finish(RunReport report)
    {
        _running.Clear();
        Draw();
        var failed = report.Count(StageStatus.Failed) + report.Count(StageStatus.Skipped) is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $", {report.Count(StageStatus.Failed)} failed, {count - report.Count(StageStatus.Failed)} skipped")
            : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Stages.Count} stages: {report.Count(StageStatus.Ran)} ran, {report.Count(StageStatus.Reused)} reused{failed}; {_clock.GetElapsedTime(_started).TotalSeconds:0.0} s."));
    }

    /// <summary>The last lines of a run that was stopped: what is kept, and how to go on.</summary>
    public void Stop()
    {
        var running = _running.Count == 0 ? "" : $" {string.Join(", ", _running.Keys)} {(_running.Count == 1 ? "was" : "were")} running and will go on from the last checkpoint, if there is one.";
        _running.Clear();
        Draw();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Stopped: {_ended} of {stageCount} stages are done and kept.{running} To go on, give the same command again."));
    }

    /// <summary>Prints lines that stay, above those of the running stages.</summary>
    public void Print(string text)
    {
        if (_live is null)
        {
            output.WriteLine(text);
        }
        else
        {
            _live.Print(text);
        }
    }

    private void Draw()
    {
        if (_live is not null)
        {
            _lastDrawn = _clock.GetTimestamp();
            _live.Show([.. _running.Values.Select(stage => stage.LiveLine(terminal!.Width() - 1))]);
        }
    }

    private static string Reason(Exception? error) => error is LatException known ? known.Message : error?.ToString() ?? "no reason given";

    private static string Indent(string text) => "          " + text.ReplaceLineEndings("\n          ");
}
