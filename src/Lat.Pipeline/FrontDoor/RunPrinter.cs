using System.Diagnostics;
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
internal sealed class RunPrinter(TextWriter output, int stageCount, Terminal? terminal = null) : IRunObserver
{
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(10);

    private readonly SortedDictionary<string, RunningStage> _running = new(StringComparer.Ordinal);
    private readonly LiveLines? _live = terminal is null ? null : new LiveLines(output, terminal);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _lastDrawn;
    private int _ended;

    /// <summary>The least time between two drawings that only bring news of a running stage. Default a tenth of a second.</summary>
    public TimeSpan RedrawTime { get; init; } = TimeSpan.FromMilliseconds(100);

    public void StageStarted(StageInvocation invocation)
    {
        var name = invocation.Node.Name;
        _running[name] = new RunningStage(name);
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

        stage.Hear(line);
        if (_live is null && stage.IsDue(QuietTime))
        {
            Print($"          {node.Name}  {stage.LastWords}");
        }
        else if (Stopwatch.GetElapsedTime(_lastDrawn) >= RedrawTime)
        {
            Draw();
        }
    }

    public void StageWaiting(StageNode node, LockOwner? owner) =>
        Print($"          {node.Name}  waits for {owner?.ToString() ?? "another run"}, whose result it will use");

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
                var reason = outcome.Error is LatException known ? known.Message : outcome.Error?.ToString() ?? "no reason given";
                Print(string.Create(CultureInfo.InvariantCulture, $"[{_ended,3}/{stageCount}] {outcome.Node.Name}  FAILED after {outcome.Seconds:0.0} s")
                    + output.NewLine + Indent(reason));
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
            $"{report.Stages.Count} stages: {report.Count(StageStatus.Ran)} ran, {report.Count(StageStatus.Reused)} reused{failed}; {_watch.Elapsed.TotalSeconds:0.0} s."));
    }

    private void Print(string text)
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
            _lastDrawn = Stopwatch.GetTimestamp();
            _live.Show([.. _running.Values.Select(stage => stage.LiveLine(terminal!.Width() - 1))]);
        }
    }

    private static string Indent(string text) => "          " + text.ReplaceLineEndings("\n          ");
}
