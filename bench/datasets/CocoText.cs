using System.Globalization;
using Lat.Core;

namespace Lat.Bench.Datasets;

/// <summary>Writes a COCO file as COCO's own: the same fields in the same order, outlines of objects among them, categories last.</summary>
internal static class CocoText
{
    /// <summary>The numbers of an outline: as many on average as make val2017's 36,781 boxes 20 MB.</summary>
    private const int MaxPoints = 44;

    public static void Write(string path, AnnotationSet set)
    {
        var random = new RandomStream(new Seed(2));
        using var writer = new StreamWriter(path);
        writer.Write("{\"info\": {\"description\": \"boxes\", \"year\": 2017}, \"licenses\": [{\"id\": 1, \"name\": \"none\", \"url\": \"http://example.org/\"}], \"images\": [");
        for (var index = 0; index < set.Images.Count; index++)
        {
            var image = set.Images[index];
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{(index == 0 ? "" : ", ")}{{\"license\": 4, \"file_name\": \"{image.FileName}\", \"coco_url\": \"http://images.example.org/val2017/{image.FileName}\", \"height\": {image.Size.Height}, \"width\": {image.Size.Width}, \"date_captured\": \"2013-11-14 17:02:52\", \"flickr_url\": \"http://farm7.example.com/6116/{index}_z.jpg\", \"id\": {Id(index)}}}"));
        }

        writer.Write("], \"annotations\": [");
        var id = 900_000_000;
        for (var index = 0; index < set.Images.Count; index++)
        {
            foreach (var label in set.Images[index].Annotations)
            {
                writer.Write(id == 900_000_000 ? "{\"segmentation\": [[" : ", {\"segmentation\": [[");
                writer.Write(string.Join(", ", Enumerable.Range(0, 6 + (2 * random.NextInt(MaxPoints))).Select(_ => Number(random.NextDouble(0, 640)))));
                writer.Write(string.Create(CultureInfo.InvariantCulture,
                    $"]], \"area\": {Number(label.Box.Area * 0.7)}, \"iscrowd\": 0, \"image_id\": {Id(index)}, \"bbox\": [{label.Box.X1}, {label.Box.Y1}, {Number(label.Box.Width)}, {Number(label.Box.Height)}], \"category_id\": {label.ClassIndex + 1}, \"id\": {id++}}}"));
            }
        }

        writer.Write("], \"categories\": [");
        writer.Write(string.Join(", ", set.LabelSpace.Classes.Select((name, index) =>
            FormattableString.Invariant($"{{\"supercategory\": \"thing\", \"id\": {index + 1}, \"name\": \"{name}\"}}"))));
        writer.Write("]}");
    }

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private static int Id(int index) => (index * 113) + 139;
}
