using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>Generates one set of a Streets dataset: pixels in one packed file, annotations in the own space, and the truth in every space.</summary>
public sealed class ImportStage(string name, StreetsOptions options) : Stage(name)
{
    public override string Kind => "import";

    protected override EquatableArray<SpecField> Fields => SpecFields.Flatten("streets", options);

    public override EquatableArray<string> Run(StageContext context)
    {
        var examples = new List<StreetsExample>(options.Images);
        PackedImages.Write(context.Output(DatasetFiles.Images), StreetsGenerator.Generate(options).Select(example =>
        {
            examples.Add(example);
            return new PackedImage(example.FileName, example.Image);
        }));

        var own = new AnnotationSet(
            StreetsLabelSpaces.Of(options.Space),
            examples.Select(example => new AnnotatedImage(example.FileName, options.Size, example.Annotations)));
        AnnotationFile.Write(context.Output(DatasetFiles.Annotations), own);
        ImageList.Write(context.Output(DatasetFiles.ImageList), own.Images.Select(image => image.FileName));
        foreach (var space in Enum.GetValues<StreetsSpace>())
        {
            AnnotationFile.Write(context.Output(DatasetFiles.Truth(space)), StreetsTruth.AnnotationsIn(space, examples));
        }

        context.Report(FormattableString.Invariant($"{own.Images.Count} images, {own.AnnotationCount} boxes of {own.LabelSpace.Count} classes"));
        return [DatasetFiles.Images, DatasetFiles.Annotations, DatasetFiles.ImageList, .. Enum.GetValues<StreetsSpace>().Select(DatasetFiles.Truth)];
    }
}
