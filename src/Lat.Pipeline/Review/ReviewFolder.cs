using Lat.Core;
using Lat.Datasets;
using Lat.Experiments;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>The labels of a finished experiment that a person is to look at, read from its folder (`artifacts/experiments/NAME`).</summary>
public sealed class ReviewFolder
{
    private readonly string _outputs, _name;
    private readonly Experiment _experiment;

    private ReviewFolder(string outputs, string name, Experiment experiment) => (_outputs, _name, _experiment) = (outputs, name, experiment);

    /// <summary>The least confidence that the experiment trains on, unless a row of it says otherwise.</summary>
    public double LabelThreshold => _experiment.Downstream.LabelThreshold;

    /// <param name="path">The folder `artifacts/experiments/NAME`.</param>
    /// <exception cref="LatException">It is no such folder, or the files of the stages are not in it.</exception>
    public static ReviewFolder Open(string path)
    {
        var (spec, outputs) = (Path.Combine(path, "experiment.yaml"), Path.Combine(path, "outputs"));
        if (!File.Exists(spec))
        {
            throw new LatException($"No experiment at '{path}': it has no experiment.yaml. Give the folder artifacts/experiments/NAME of a run that has ended.");
        }

        if (!Directory.Exists(outputs))
        {
            throw new LatException($"'{path}' has no folder outputs/, so the labels are not at hand. It is written where the store and artifacts/ lie on one file system: run Transfer there.");
        }

        return new ReviewFolder(outputs, Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar)), ExperimentBinder.Bind<Experiment>(ExperimentDocument.Parse(File.ReadAllText(spec), spec)));
    }

    /// <summary>The images most worth a look, with their labels.</summary>
    /// <param name="method">Whose labels, a row of the table.</param>
    /// <param name="source">Whose images.</param>
    /// <param name="target">In whose label space.</param>
    /// <param name="options">What is worth a look.</param>
    /// <param name="isReviewed">Whether an image was looked at before.</param>
    /// <exception cref="LatException">There is no such method, source or target, or its labels are not at hand.</exception>
    public ReviewBatch Batch(string method, DatasetName source, DatasetName target, ReviewOptions options, Func<string, bool> isReviewed)
    {
        var (own, rows) = Find(method, source, target);
        var others = rows.Select(row => row.Transfers).Distinct(StringComparer.Ordinal).Where(row => row != own.Transfers).Select(row => Labels(row, source, target)).ToEquatableArray();
        var labels = Labels(own.Transfers, source, target);
        var annotations = AnnotationFile.Read(PathOf(StageNames.Import(source.Value, validation: false), DatasetFiles.Annotations));
        var queue = ReviewQueue.Build(new ReviewSource(annotations, labels, others), options, isReviewed);
        return ReviewBatch.Of(_name, method, source, target, labels, queue, options.LabelThreshold);
    }

    /// <summary>The encoded pixels of the batch's images, one after the other.</summary>
    public IEnumerable<(string FileName, byte[] Bytes)> Images(ReviewBatch batch) =>
        batch.Labels.Images.Select(image => (image.FileName, new PackedImageSource(Pack(batch.Source), image.FileName).ReadBytes()));

    /// <summary>The labels of a source in a target's space, with its images: what a training takes, or all of them.</summary>
    /// <param name="method">Whose labels, a row of the table.</param>
    /// <param name="source">Whose images.</param>
    /// <param name="target">In whose label space.</param>
    /// <param name="threshold">The least confidence.</param>
    /// <exception cref="LatException">There is no such method, source or target, or its labels are not at hand.</exception>
    public DatasetSplit Split(string method, DatasetName source, DatasetName target, double threshold)
    {
        var (own, _) = Find(method, source, target);
        var corrected = Path.Combine(_outputs, StageNames.Corrected(own.Name, source.Value, target.Value, _experiment.Seeds[0]), TransferStage.Labels);
        var labels = CorrectionOptions.FilesOf(_experiment, own.Name, source.Value, target.Value).Count > 0 && File.Exists(corrected)
            ? AnnotationFile.Read(corrected)
            : Labels(own.Transfers, source, target);
        var kept = new AnnotationSet(labels.LabelSpace, labels.Images.Select(image => image with { Annotations = image.Annotations.Where(label => label.Confidence >= threshold).ToEquatableArray() }));
        return new DatasetSplit("train", kept, kept.Images.Select(image => new ImportedImage(new PackedImageSource(Pack(source), image.FileName))).ToEquatableArray());
    }

    /// <summary>The row, and all rows that write labels for the two.</summary>
    private (BenchmarkRow Own, List<BenchmarkRow> All) Find(string method, DatasetName source, DatasetName target)
    {
        var rows = BenchmarkRow.Of(_experiment).Where(row => row.WritesLabels).ToList();
        var fitting = rows.Where(row => _experiment.Targets.Contains(target) && row.SourcesOf(target.Value).Contains(source.Value)).ToList();
        if (fitting.FirstOrDefault(row => row.Name == method) is { } own)
        {
            return (own, fitting);
        }

        var known = from one in _experiment.Targets from row in rows from dataset in row.SourcesOf(one.Value) select $"{row.Name} {StageNames.Pair(dataset, one.Value)}";
        throw new LatException($"'{_name}' has no labels by '{method}' from '{source}' to '{target}'. It has: {string.Join(", ", known)}.");
    }

    private string Pack(DatasetName source) => PathOf(StageNames.Import(source.Value, validation: false), DatasetFiles.Images);

    private AnnotationSet Labels(string row, DatasetName source, DatasetName target) =>
        AnnotationFile.Read(PathOf(StageNames.Transfer(row, source.Value, target.Value, _experiment.Seeds[0]), TransferStage.Labels));

    private string PathOf(string node, string file)
    {
        var path = Path.Combine(_outputs, node, file);
        return File.Exists(path) ? path : throw new LatException($"The folder lacks outputs/{node}/{file}. Run the target Transfer of the experiment again.");
    }
}
