using System.Globalization;
using Lat.Core;
using Lat.Datasets;

namespace Lat.Bench.Datasets;

/// <summary>Label files as large as those of the datasets that they stand for.</summary>
internal static class Files
{
    public const string Store = "store.lat";
    public const string Coco = "coco.json";
    public const string Scalabel = "bdd.json";

    /// <summary>BDD100K: 80,000 images with 1.8 million boxes in the store, 5,000 of them as Scalabel; COCO: val2017's 5,000 with 36,781.</summary>
    public static void Write(string folder)
    {
        AnnotationFile.Write(Path.Join(folder, Store), Random(80_000, 1_800_000, 10));
        CocoText.Write(Path.Join(folder, Coco), Random(5_000, 36_781, 80));
        WriteScalabel(Path.Join(folder, Scalabel), Random(5_000, 112_500, 10));
    }

    public static AnnotationSet Random(int images, int boxes, int classes)
    {
        var random = new RandomStream(new Seed(1));
        var counts = new int[images];
        for (var box = 0; box < boxes; box++)
        {
            counts[random.NextInt(images)]++;
        }

        return new AnnotationSet(
            new LabelSpace(Enumerable.Range(0, classes).Select(index => Bdd100kFormat.Format.Documentation.Classes!.Count > index && classes == 10
                ? Bdd100kFormat.Format.Documentation.Classes[index]
                : new ClassName(FormattableString.Invariant($"class {index}")))),
            counts.Select((count, index) => new AnnotatedImage(
                FormattableString.Invariant($"{index:D8}.jpg"),
                new ImageSize(1280, 720),
                Enumerable.Range(0, count).Select(_ => Label(random, classes)).ToEquatableArray())));
    }

    private static Annotation Label(RandomStream random, int classes)
    {
        double x = Math.Round(random.NextDouble(0, 1100), 2), y = Math.Round(random.NextDouble(0, 600), 2);
        return new Annotation(
            new Box(x, y, Math.Round(x + random.NextDouble(5, 150), 2), Math.Round(y + random.NextDouble(5, 100), 2)), random.NextInt(classes));
    }

    public static void WriteScalabel(string path, AnnotationSet set)
    {
        using var writer = new StreamWriter(path);
        var separator = "[";
        foreach (var image in set.Images)
        {
            writer.Write($"{separator}\n{{\"name\":\"{image.FileName}\",\"attributes\":{{\"weather\":\"clear\",\"timeofday\":\"daytime\",\"scene\":\"city street\"}},\"timestamp\":10000,\"labels\":[");
            writer.Write(string.Join(',', image.Annotations.Select((label, index) => string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"id\":\"{index}\",\"attributes\":{{\"occluded\":false,\"truncated\":false,\"trafficLightColor\":\"NA\"}},\"category\":\"{set.LabelSpace[label.ClassIndex]}\",\"box2d\":{{\"x1\":{label.Box.X1},\"y1\":{label.Box.Y1},\"x2\":{label.Box.X2 - 1},\"y2\":{label.Box.Y2 - 1}}}}}"))));
            writer.Write("]}");
            separator = ",";
        }

        writer.Write("\n]\n");
    }
}
