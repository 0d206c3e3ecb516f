namespace Lat.Reports;

/// <summary>How the experiment is called, what it asks, and whether its gates hold.</summary>
internal static class RunHeader
{
    public static HtmlFragment Title(PageRun run) => HtmlFragment.Of($"<title>{run.Results.Experiment} – Lat</title>");

    public static HtmlFragment Of(PageRun run) => HtmlFragment.Of(
        $"""
        <h1>{TableMarkup.Name(run.Results.Experiment)}</h1>
        {(run.Description.Length == 0 ? HtmlFragment.Empty : HtmlFragment.Of($"""<p class="question" dir="auto">{run.Description}</p>"""))}
        {(run.Gates.Count == 0 ? HtmlFragment.Empty : HtmlFragment.Of($"""<ul class="gates" aria-label="Gates">{run.Gates.Select(Gate)}</ul>"""))}
        """);

    private static HtmlFragment Gate(GateVerdict gate)
    {
        var (mark, word) = gate.Outcome switch
        {
            GateOutcome.Passed => ("✓", "passed"),
            GateOutcome.Missed => ("✕", "missed"),
            _ => ("?", "not judged"),
        };
        return HtmlFragment.Of($"""<li class="gate {word.Replace(' ', '-')}"><span aria-hidden="true">{mark}</span> <b>{word}</b> {gate.Text}</li>""");
    }
}
