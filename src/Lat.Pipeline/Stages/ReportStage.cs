using Lat.Artifacts;
using Lat.Core;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>
/// Makes the page that people read: measurements, audits, curves, and a sample of images with their labels. What the run says of itself,
/// such as how long its stages took, is no input; the front door puts it in its places.
/// </summary>
/// <param name="experiment">The experiment.</param>
public sealed class ReportStage(Experiment experiment) : Stage(NodeName)
{
    /// <summary>The node's name; an experiment has one report.</summary>
    public const string NodeName = "report";

    /// <summary>The page, with places for the run's own sections.</summary>
    public const string Page = "report.html";

    public override string Kind => "report";

    protected override EquatableArray<SpecField> Fields => SpecFields.Flatten("targets", experiment.Targets)
        .Concat(SpecFields.Flatten("methods", experiment.Methods))
        .Concat(experiment.Rows.Count == 0 ? [] : SpecFields.Flatten("rows", experiment.Rows.Select(row => row.Name).ToEquatableArray()))
        .Concat(SpecFields.Flatten("seeds", experiment.Seeds))
        .Concat(SpecFields.Flatten("published", experiment.Published))
        .Concat(SpecFields.Flatten("downstream.labelThreshold", experiment.Downstream.LabelThreshold))
        .Concat(experiment.Datasets.Select(dataset => new SpecField($"datasets.{dataset.Key}.kind", DatasetKinds.NameOf(dataset.Value)))).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs => ReportFiles.Of(experiment);

    public override EquatableArray<string> Run(StageContext context)
    {
        var gatherer = new ReportGatherer(experiment, (node, output) => context.Inputs.TryGetValue(ReportFiles.NameOf(node, output), out var path) ? path : null);
        var content = gatherer.Content(gatherer.Results());
        HtmlReport.Write(context.Output(Page), HtmlReport.Render(content));
        context.Report(FormattableString.Invariant($"a page with {content.Viewer.Images.Count} images"));
        return [Page];
    }
}
