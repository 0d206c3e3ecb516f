namespace Lat.Reports;

/// <summary>Where AP50 is lost, by kind of error.</summary>
internal static class ErrorSection
{
    public static PageSection Of(PageContent content) => new(
        "errors",
        "Errors",
        "How many points AP50 would rise were every error of one kind mended and no other (TIDE). The parts do not add up: mending one kind uncovers others. The mean over seeds.",
        !content.Analysed.Any()
            ? PageSection.Absent("The detections of the evaluations are not at hand, so errors were not sorted.")
            : Switcher.Of("Target", [.. content.Analysed.GroupBy(item => item.Target).Select(target => (target.Key.Value, Table(target)))]));

    private static HtmlFragment Table(IGrouping<DatasetName, MethodResult> target)
    {
        var methods = target.GroupBy(item => item.Method).ToList();
        var gains = Enum.GetValues<TideErrorKind>().Select(kind => (Kind: kind, Gains: methods.Select(method => Mean(method, kind)).ToList())).ToList();
        var most = gains.SelectMany(row => row.Gains).Where(double.IsFinite).Append(0.01).Max();
        return HtmlFragment.Of(
            $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Errors on {target.Key.Value}"><table class="errors">
            <caption>On <b>{target.Key.Value}</b></caption>
            <thead><tr><th scope="col">error</th>{methods.Select(method => HtmlFragment.Of($"""<th scope="col" class="number"><span class="dot" data-tone="{method.Key}"></span>{method.Key}</th>"""))}</tr></thead>
            <tbody>{gains.Select(row => HtmlFragment.Of($"""<tr><th scope="row">{Words(row.Kind)}</th>{row.Gains.Select((gain, index) => Cell(gain, most, methods[index].Key))}</tr>"""))}</tbody></table></div>

            """);
    }

    private static HtmlFragment Cell(double gain, double most, string method) => HtmlFragment.Of(
        $"""<td class="number bar" data-tone="{method}" style="--part:{(double.IsFinite(gain) ? Math.Clamp(gain / most, 0, 1) : 0):0.###}">{Points.Of(gain)}</td>""");

    private static double Mean(IEnumerable<MethodResult> method, TideErrorKind kind) =>
        SeedStatistics.Of(method.Select(item => item.Analysis!.Tide[kind].DeltaAp)).Mean;

    private static string Words(TideErrorKind kind) => kind switch
    {
        TideErrorKind.Classification => "wrong class",
        TideErrorKind.Localization => "bad box",
        TideErrorKind.Both => "wrong class and bad box",
        TideErrorKind.Duplicate => "duplicate",
        TideErrorKind.Background => "on background",
        TideErrorKind.Missed => "missed object",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of error."),
    };
}
