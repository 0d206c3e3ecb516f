using System.Text;

namespace Lat.Reports;

/// <summary>What a run ends with on the terminal: the benchmark tables, how right the labels are, what ran.</summary>
public static class TerminalReport
{
    public static string Render(ExperimentResults results)
    {
        var text = new StringBuilder();
        text.Append(FormattableString.Invariant($"{results.Experiment}\n{BenchmarkText.Legend(results)}\n"));
        foreach (var metric in BenchmarkText.Metrics)
        {
            text.Append('\n').Append(TerminalTable.Render(BenchmarkTable.Build(results, metric)));
        }

        foreach (var line in BenchmarkText.Notes(results))
        {
            text.Append('\n').Append(line).Append('\n');
        }

        if (results.Detectors.Count > 0)
        {
            text.Append("\nEach dataset's own detector on its own validation set\n").Append(TerminalTable.Render(DetectorTable.Build(results)));
        }

        if (results.Transfers.Count > 0)
        {
            text.Append("\nTransferred labels against the truth\n").Append(TerminalTable.Render(TransferTable.Build(results)));
        }

        if (results.Stages.Count > 0)
        {
            text.Append('\n').Append(StageTable.Summary(results.Stages)).Append('\n');
            if (results.Cost.Stages > 0)
            {
                text.Append(CostTable.Summary(results.Cost)).Append('\n');
            }
        }

        return text.ToString();
    }
}
