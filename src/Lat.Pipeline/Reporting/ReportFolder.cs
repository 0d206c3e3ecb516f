using Lat.Core;
using Lat.Evaluation;
using Lat.Experiments;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>The folder that an experiment leaves (`artifacts/experiments/NAME`): results.json, experiment.yaml, and its stages' files in outputs/.</summary>
public static class ReportFolder
{
    /// <summary>The page's file name.</summary>
    public const string Page = "report.html";

    /// <summary>The page of a folder; without experiment.yaml that of the numbers alone, without outputs/ that without labels and images.</summary>
    /// <param name="path">The folder, or its results.json.</param>
    /// <exception cref="LatException">There are no results, or a file is damaged.</exception>
    public static string Render(string path)
    {
        var folder = FolderOf(path);
        var results = ResultsFile.Read(Path.Combine(folder, "results.json"));
        var spec = Path.Combine(folder, "experiment.yaml");
        if (!File.Exists(spec))
        {
            return HtmlReport.Complete(HtmlReport.Render(new PageContent(results)), new PageRun(results));
        }

        var yaml = File.ReadAllText(spec);
        var experiment = ExperimentBinder.Bind<Experiment>(ExperimentDocument.Parse(yaml, spec));
        var gatherer = new ReportGatherer(experiment, (node, output) => Existing(Path.Combine(folder, "outputs", node, output)));
        return HtmlReport.Complete(HtmlReport.Render(gatherer.Content(results)), RunOf(results, experiment with { Gates = experiment.Gates.Where(gate => gate.MaximumDrop is null).ToEquatableArray() }, yaml, null));
    }

    /// <summary>The folder of what the user named.</summary>
    public static string FolderOf(string path) => Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>What the page says of the run; a gate that is held against a baseline needs the baseline.</summary>
    internal static PageRun RunOf(ExperimentResults results, Experiment experiment, string yaml, GateBaseline? baseline) => new(results)
    {
        Description = experiment.Description,
        Yaml = yaml,
        Deviations = SettingDeviations.Of(experiment, yaml).ToEquatableArray(),
        Gates = experiment.Gates.SelectMany(gate => GateJudge.Judge(gate, results.Results, baseline)).ToEquatableArray(),
    };

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
