using Lat.Datasets;

namespace Lat.Bench.Datasets;

/// <summary>What is measured, by name (cases.json).</summary>
internal static class Cases
{
    private static readonly ReadOptions LabelsOnly = new() { MissingImages = MissingImagePolicy.LabelsOnly };

    public static IReadOnlyDictionary<string, Action> From(string folder) => new Dictionary<string, Action>
    {
        ["coco-import"] = () => Expect(36_781, CocoFormat.Format.Read(Path.Join(folder, Files.Coco), LabelsOnly).Annotations.AnnotationCount),
        ["coco-annotation-file"] = () => Expect(36_781, CocoAnnotationFile.Read(Path.Join(folder, Files.Coco)).Annotations.AnnotationCount),
        ["store-load"] = () => Expect(1_800_000, AnnotationFile.Read(Path.Join(folder, Files.Store)).AnnotationCount),
        ["store-map"] = () => Expect(1_800_000, Map(Path.Join(folder, Files.Store))),
        ["bdd-import"] = () => Expect(112_500, Bdd100kFormat.Format.Read(Path.Join(folder, Files.Scalabel), LabelsOnly).Annotations.AnnotationCount),
        ["verify-200000-files"] = () => Expect(0, (int)ManyFiles.Verify(folder)),
    };

    private static int Map(string path)
    {
        using var mapped = MappedAnnotationFile.Open(path);
        return mapped.ClassIndices().Length;
    }

    private static void Expect(int expected, int found)
    {
        if (expected != found)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Read {found} boxes or files, not {expected}."));
        }
    }
}
