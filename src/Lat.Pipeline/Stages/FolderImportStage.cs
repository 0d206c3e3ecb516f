using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>Imports one set of a dataset on disk: pixels in one packed file, annotations in the dataset's own space.</summary>
/// <param name="name">The node's name.</param>
/// <param name="import">What of the dataset.</param>
/// <param name="dataset">Where it lies, and how its content is hashed.</param>
public sealed class FolderImportStage(string name, FolderImport import, ExternalInput dataset) : Stage(name)
{
    private const int MaxFaults = 30;

    public override string Kind => "import";

    protected override EquatableArray<SpecField> Fields => SpecFields.Flatten("import", import);

    protected override EquatableArray<ExternalInput> ExternalInputs => [dataset];

    public override EquatableArray<string> Run(StageContext context)
    {
        var format = DatasetFormats.Find(import.Format);
        var root = context.Input(DatasetInput.Name);
        if (!File.Exists(root) && !Directory.Exists(root))
        {
            throw new LatException($"{format.Title} is missing: there is no '{root}'. {DatasetDownloads.RemedyOf(format)}");
        }

        var read = format.Read(root, import.Reading);
        var part = read.Choose([.. Enumerable.Range(0, read.Images.Count).Where(index => import.Includes(read.Annotations.Images[index].FileName))]);
        var chosen = part.Choose(Subset.Choose(part.Annotations, import.Subset));
        var images = new List<AnnotatedImage>(chosen.Images.Count);
        var faults = new List<string>();
        PackedImages.Write(context.Output(DatasetFiles.Images), Enumerable.Range(0, chosen.Images.Count).SelectMany(index => Load(chosen, index, images, faults)));
        if (faults.Count > 0)
        {
            throw new LatException(FormattableString.Invariant(
                $"{faults.Count} image(s) of {format.Title} cannot be used, nothing was imported:\n  {string.Join("\n  ", faults.Take(MaxFaults))}{(faults.Count > MaxFaults ? "\n  ..." : "")}"));
        }

        var own = new AnnotationSet(chosen.Annotations.LabelSpace, images);
        AnnotationFile.Write(context.Output(DatasetFiles.Annotations), own);
        ImageList.Write(context.Output(DatasetFiles.ImageList), own);
        foreach (var (what, times) in chosen.Report.Counts)
        {
            context.Report(FormattableString.Invariant($"{what}: {times}"));
        }

        context.Report(FormattableString.Invariant($"{own.Images.Count} images, {own.AnnotationCount} boxes of {own.LabelSpace.Count} classes"));
        return [DatasetFiles.Images, DatasetFiles.Annotations, DatasetFiles.ImageList];
    }

    private IEnumerable<PackedImage> Load(ImportedDataset imported, int index, List<AnnotatedImage> images, List<string> faults)
    {
        var labels = imported.Annotations.Images[index];
        RgbImage pixels;
        try
        {
            var source = imported.Images[index].Source!;
            pixels = ImageCodec.Decode(source.ReadBytes(), source.Location);
            if (pixels.Size != labels.Size)
            {
                faults.Add($"The image at {source.Location} is {pixels.Size}, but its labels are for {labels.Size}. Download the images again.");
                yield break;
            }
        }
        catch (LatException exception)
        {
            faults.Add(exception.Message);
            yield break;
        }

        var scaled = ScaledImage.Of(labels, pixels, import.MaxSide);
        images.Add(scaled.Labels);
        yield return new PackedImage(labels.FileName, scaled.Pixels);
    }
}
