using System.Text;

namespace Lat.Reports;

/// <summary>The whole report of an experiment as one Markdown file.</summary>
public static class MarkdownReport
{
    /// <summary>Writes `report.md`, aside and then in place.</summary>
    public static void Write(
        string path, ExperimentResults results, EquatableArray<PublishedNumber> published = default, EquatableArray<SettingDeviation> deviations = default) =>
        WholeFile.Write(path, Render(results, published, deviations));

    /// <param name="results">What was measured.</param>
    /// <param name="published">Numbers to show beside it. Default none.</param>
    /// <param name="deviations">The settings in which the experiment differs from the publication. Default none.</param>
    public static string Render(ExperimentResults results, EquatableArray<PublishedNumber> published = default, EquatableArray<SettingDeviation> deviations = default)
    {
        var text = new StringBuilder();
        text.Append(FormattableString.Invariant($"# {results.Experiment}\n\n{BenchmarkText.Legend(results)}\n"));
        foreach (var metric in BenchmarkText.Metrics)
        {
            Section(text, metric.ToLabel(), BenchmarkTable.Build(results, metric));
        }

        foreach (var line in BenchmarkText.Notes(results))
        {
            text.Append('\n').Append(line).Append('\n');
        }

        if (results.Rows.Count > 0)
        {
            Section(text, "What each row trained on", RowTable.Build(results));
        }

        AppendPublished(text, results, published, deviations);

        Section(text, "All numbers", MetricsTable.Build(results));
        foreach (var target in results.Targets)
        {
            Section(text, $"AP50 by class on {target}", ClassTable.Build(results, target));
            if (ClassGainTable.Build(results, target) is { } gains)
            {
                Section(text, $"Gains and losses by class on {target}", gains);
            }
        }

        if (results.Detectors.Count > 0)
        {
            Section(text, "Each dataset's own detector on its own validation set", DetectorTable.Build(results));
        }

        AppendTransfers(text, results);
        if (results.Rows.Count > 0)
        {
            Heading(text, "Costs");
            text.Append(CostTable.Legend(results.Cost)).Append("\n\n").Append(MarkdownTable.Render(CostTable.Build(results)));
        }

        AppendStages(text, results);
        Heading(text, "Provenance");
        foreach (var line in ProvenanceText.Lines(results))
        {
            text.Append("- ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static void AppendPublished(
        StringBuilder text, ExperimentResults results, EquatableArray<PublishedNumber> published, EquatableArray<SettingDeviation> deviations)
    {
        if (published.Count > 0)
        {
            Section(text, "Beside the published numbers", PublishedTable.Build(results, published));
        }

        if (deviations.Count > 0)
        {
            Section(text, "Settings that differ from the publication", SettingTable.Build(deviations));
        }
    }

    private static void AppendTransfers(StringBuilder text, ExperimentResults results)
    {
        if (results.Transfers.Count == 0)
        {
            return;
        }

        Heading(text, "Transferred labels against the truth");
        text.Append("A label is right where it matches a true object of its class with IoU of at least 0.5. ");
        text.Append("Percentages are of all labels, or of all true objects.\n\n");
        text.Append(MarkdownTable.Render(TransferTable.Build(results)));
        AppendConversions(text, results);
        text.Append("\nBy source class: boxes done right of those that the truth asks to be kept, relabelled, split, merged or dropped.\n");
        foreach (var group in results.Ordered().Transfers.GroupBy(item => (item.Source, item.Target, item.Method)))
        {
            text.Append(FormattableString.Invariant($"\n### {group.Key.Source} → {group.Key.Target}, {group.Key.Method}\n\n"));
            text.Append(MarkdownTable.Render(SourceClassTable.Build(group.Select(item => item.Audit))));
        }
    }

    private static void AppendConversions(StringBuilder text, ExperimentResults results)
    {
        if (results.Transfers.All(item => item.Audit.Conversions.Count == 0))
        {
            return;
        }

        text.Append(FormattableString.Invariant($"\nBy convention: objects with a shorter side of at least {ConversionTable.MinimumSide} pixels that became "));
        text.Append("all that they should and nothing else, by the labels sure enough to be trained on.\n");
        foreach (var group in results.Ordered().Transfers.GroupBy(item => (item.Source, item.Target)))
        {
            text.Append(FormattableString.Invariant($"\n### {group.Key.Source} → {group.Key.Target}\n\n"));
            text.Append(MarkdownTable.Render(ConversionTable.Build(group)));
        }
    }

    private static void AppendStages(StringBuilder text, ExperimentResults results)
    {
        if (results.Stages.Count > 0)
        {
            Heading(text, "Stages");
            text.Append(StageTable.Summary(results.Stages)).Append(".\n\n").Append(MarkdownTable.Render(StageTable.Build(results.Stages)));
        }
    }

    private static void Section(StringBuilder text, string heading, ReportTable table)
    {
        Heading(text, heading);
        text.Append(MarkdownTable.Render(table));
    }

    private static void Heading(StringBuilder text, string heading) => text.Append("\n## ").Append(heading).Append("\n\n");
}
