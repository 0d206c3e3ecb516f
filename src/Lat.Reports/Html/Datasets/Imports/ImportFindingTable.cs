namespace Lat.Reports;

/// <summary>What the imports of a dataset's two sets found, in numbers.</summary>
internal static class ImportFindingTable
{
    public static ReportTable Build(DatasetImport import)
    {
        var rows = new List<(string What, Func<ImportFacts, string> Text)>
        {
            ("images", facts => Count(facts.Images)),
            ("images without a box", facts => Count(facts.ImagesWithoutBoxes)),
            ("boxes", facts => Count(facts.Boxes)),
            ("crowds among them", facts => double.IsNaN(facts.CrowdShare) ? Points.Absent : $"{Points.Of(facts.CrowdShare)} %"),
            ("identical images", facts => Repeated(facts.IdenticalImages)),
            ("similar images, identical ones included", facts => Repeated(facts.SimilarImages)),
            ("broken images, left out", facts => Count(facts.BrokenImages.Count)),
            ("warnings", facts => Count(facts.Warnings.Count)),
        };
        if (import.Train.Sequences > 0 || import.Validation.Sequences > 0)
        {
            rows.Insert(1, ("videos", facts => Count(facts.Sequences)));
        }

        return new ReportTable(
            [new ReportColumn("in the files", ColumnAlignment.Left), new ReportColumn("training"), new ReportColumn("validation")],
            rows.Select(row => (EquatableArray<ReportCell>)[new ReportCell(row.What), new ReportCell(row.Text(import.Train)), new ReportCell(row.Text(import.Validation))])
                .ToEquatableArray());
    }

    private static string Count(long count) => FormattableString.Invariant($"{count}");

    private static string Repeated(RepeatedImages images) =>
        images.Images == 0 ? "0" : FormattableString.Invariant($"{images.Images} in {images.Groups} group{(images.Groups == 1 ? "" : "s")}");
}
