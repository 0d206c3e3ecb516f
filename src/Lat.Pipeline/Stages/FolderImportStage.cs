using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>Imports one set of a dataset on disk: pixels in one packed file, annotations in the dataset's own space, and a card of what it holds.</summary>
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

        var chosen = Choose(format.Read(root, import.Reading));
        var (fingerprints, broken) = (new List<ImageFingerprint>(), new List<LoadedImage>());

        // Scaled labels go to the disk image by image: of millions there is no room beside those that were read.
        using var annotations = new AnnotationFileWriter(context.Output(DatasetFiles.Annotations), chosen.Annotations.LabelSpace);
        PackedImages.Write(
            context.Output(DatasetFiles.Images), LoadedImage.All(chosen, import.MaxSide).SelectMany(loaded => Take(loaded, annotations, fingerprints, broken)));
        if (broken.Count > 0 && (import.Reading.MissingImages != MissingImagePolicy.Skip || annotations.ImageCount == 0))
        {
            throw new LatException(FormattableString.Invariant(
                $"{broken.Count} image(s) of {format.Title} cannot be used, nothing was imported:\n  {string.Join("\n  ", broken.Take(MaxFaults).Select(image => image.Fault))}{(broken.Count > MaxFaults ? "\n  ..." : "")}"));
        }

        annotations.Complete();
        ImageList.Write(context.Output(DatasetFiles.ImageList), fingerprints.Select(image => image.FileName));
        WriteCard(context.Output(DatasetFiles.Card), format, root, chosen, fingerprints, broken);
        foreach (var (what, times) in chosen.Report.Counts)
        {
            context.Report(FormattableString.Invariant($"{what}: {times}"));
        }

        context.Report(FormattableString.Invariant(
            $"{annotations.ImageCount} images, {annotations.BoxCount} boxes of {chosen.Annotations.LabelSpace.Count} classes{(broken.Count > 0 ? FormattableString.Invariant($", {broken.Count} broken images left out") : "")}"));
        return [DatasetFiles.Images, DatasetFiles.Annotations, DatasetFiles.ImageList, DatasetFiles.Card];
    }

    private ImportedDataset Choose(ImportedDataset read)
    {
        var part = import.HeldOut is null
            ? read
            : read.Choose([.. Enumerable.Range(0, read.Images.Count).Where(index => import.Includes(read.Annotations.Images[index].FileName))]);
        var filtered = BoxFilter.Apply(part, import.Filter);
        return filtered.Choose(Subset.Choose(filtered.Annotations, import.Subset));
    }

    private static IEnumerable<PackedImage> Take(
        LoadedImage loaded, AnnotationFileWriter annotations, List<ImageFingerprint> fingerprints, List<LoadedImage> broken)
    {
        if (loaded.Image is not { } image)
        {
            broken.Add(loaded);
            return [];
        }

        annotations.Add(image.Labels);
        fingerprints.Add(loaded.Fingerprint);
        return [new PackedImage(image.Labels.FileName, image.Pixels)];
    }

    private static void WriteCard(
        string path, DatasetFormat format, string root, ImportedDataset chosen, List<ImageFingerprint> fingerprints, List<LoadedImage> broken)
    {
        var leftOut = broken.Select(image => image.Index).ToHashSet();
        var sound = leftOut.Count == 0 ? chosen : chosen.Choose([.. Enumerable.Range(0, chosen.Images.Count).Where(index => !leftOut.Contains(index))]);
        var card = new ImportCard
        {
            Format = format,
            Summary = DatasetSummary.Of(sound),
            BoxSides = BoxSides.Of(sound.Annotations),
            Duplicates = DuplicateGroups.Of(fingerprints),
            Broken = broken.Select(image => image.Fault!).ToEquatableArray(),
        };
        ImportCardFile.Write(path, card, root);
    }
}
