using System.Diagnostics;
using System.Globalization;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Tells a person how a run goes: a line for every stage that ends, and now and then one for those that take long.</summary>
internal sealed class RunPrinter(TextWriter output, int stageCount) : IRunObserver
{
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, long> _lastReport = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lastLine = new(StringComparer.Ordinal);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _ended;

    public void StageStarted(StageInvocation invocation)
    {
        _lastReport[invocation.Node.Name] = Stopwatch.GetTimestamp();
        if (invocation.IsResumed)
        {
            Line(invocation.Node, "continues where an earlier attempt stopped");
        }
    }

    public void StageReported(StageNode node, string line)
    {
        _lastLine[node.Name] = line;
        if (Stopwatch.GetElapsedTime(_lastReport[node.Name]) >= QuietTime)
        {
            _lastReport[node.Name] = Stopwatch.GetTimestamp();
            Line(node, line);
        }
    }

    public void StageWaiting(StageNode node, LockOwner? owner) => Line(node, $"waits for {owner?.ToString() ?? "another run"}, whose result it will use");

    public void StageFinished(StageOutcome outcome)
    {
        _ended++;
        switch (outcome.Status)
        {
            case StageStatus.Ran:
                var made = _lastLine.TryGetValue(outcome.Node.Name, out var line) ? "  " + line : "";
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{_ended,3}/{stageCount}] {outcome.Node.Name}  {outcome.Seconds:0.0} s{made}"));
                break;
            case StageStatus.Failed:
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{_ended,3}/{stageCount}] {outcome.Node.Name}  FAILED after {outcome.Seconds:0.0} s"));
                output.WriteLine(Indent(outcome.Error is LatException known ? known.Message : outcome.Error?.ToString() ?? "no reason given"));
                break;
            default:
                break;
        }
    }

    /// <summary>The last line: what ran, what was reused, what failed.</summary>
    public void Finish(RunReport report)
    {
        var failed = report.Count(StageStatus.Failed) + report.Count(StageStatus.Skipped) is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $", {report.Count(StageStatus.Failed)} failed, {count - report.Count(StageStatus.Failed)} skipped")
            : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Stages.Count} stages: {report.Count(StageStatus.Ran)} ran, {report.Count(StageStatus.Reused)} reused{failed}; {_watch.Elapsed.TotalSeconds:0.0} s."));
    }

    private void Line(StageNode node, string text) => output.WriteLine($"          {node.Name}  {text}");

    private static string Indent(string text) => "          " + text.ReplaceLineEndings("\n          ");
}
