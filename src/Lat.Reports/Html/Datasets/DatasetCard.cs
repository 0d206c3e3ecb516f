namespace Lat.Reports;

/// <summary>What a dataset holds, in brief.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Kind">The format that it was read from (`streets`, `coco`).</param>
/// <param name="TrainImages">Images that are trained on.</param>
/// <param name="ValidationImages">Images that are measured on.</param>
/// <param name="Classes">Its classes, in the order of its label space.</param>
public sealed record DatasetCard(DatasetName Dataset, string Kind, int TrainImages, int ValidationImages, EquatableArray<DatasetClass> Classes)
{
    /// <summary>What its import from disk found; null where the dataset is generated, or its card is not at hand.</summary>
    public DatasetImport? Import { get; init; }

    /// <summary>Summarizes the two sets of a dataset.</summary>
    public static DatasetCard Of(DatasetName dataset, string kind, AnnotationSet train, AnnotationSet validation) => new(
        dataset,
        kind,
        train.Images.Count,
        validation.Images.Count,
        train.LabelSpace.Classes.Select((name, index) =>
        {
            var boxes = BoxesOf(train, index).ToList();
            return new DatasetClass(name, boxes.Count, BoxesOf(validation, index).Count(), Median(boxes.Select(box => box.Width)), Median(boxes.Select(box => box.Height)));
        }).ToEquatableArray());

    private static IEnumerable<Box> BoxesOf(AnnotationSet set, int classIndex) =>
        set.Images.SelectMany(image => image.Annotations).Where(annotation => annotation.ClassIndex == classIndex && !annotation.IsCrowd).Select(annotation => annotation.Box);

    private static double Median(IEnumerable<double> values) => Quantiles.Of(values, 0.5);
}
