using System.Globalization;
using System.Text;
using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Writes data.yaml, labels/{split}/, images/{split}/, and provenance/{split}.json for what the lines cannot hold.</summary>
internal sealed class YoloWriter : IDatasetWriter
{
    private const int ReportEvery = 512;
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png"];
    private static readonly string[] Splits = ["train", "val", "test"];

    public string Format => "yolo";

    public string Losses =>
        "Crowd boxes and boxes to be ignored: the format has neither, and as plain boxes they would be learned; they are left out and counted. "
        + "Confidence, origin, source and area stand in provenance/, since loaders refuse a sixth column in labels for training.";

    public string PathOfImage(string split, string imageName) => $"images/{split}/{imageName}";

    public void WriteLabels(
        string folder, IReadOnlyList<DatasetSplit> splits, WriteCounts counts, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        Check(splits);
        foreach (var split in splits)
        {
            var done = 0L;
            ReplacedFile.Write(Path.Join(folder, YoloProvenance.Folder, split.Name + ".json"), stream =>
            {
                using var json = new Utf8JsonWriter(stream);
                json.WriteStartObject();
                json.WriteStartArray("images");
                foreach (var image in split.Annotations.Images)
                {
                    if (done++ % ReportEvery == 0)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        progress?.Report(new ReadProgress($"writing labels of {split.Name}", done, split.Annotations.Images.Count));
                    }

                    var labels = Keep(image, counts);
                    WriteLines(YoloImages.LabelsOf(Path.Join(folder, PathOfImage(split.Name, image.FileName))), image.Size, labels);
                    YoloProvenance.Write(json, image, labels);
                    json.Flush();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            Directory.CreateDirectory(Path.Join(folder, "images", split.Name));
        }

        File.WriteAllText(Path.Join(folder, "data.yaml"), Description(splits));
    }

    private static List<Annotation> Keep(AnnotatedImage image, WriteCounts counts)
    {
        var kept = new List<Annotation>(image.Annotations.Count);
        foreach (var label in image.Annotations)
        {
            if (label.IsCrowd || label.IsIgnored)
            {
                counts.Count(label.IsCrowd ? "crowd boxes left out" : "ignored boxes left out");
            }
            else
            {
                kept.Add(label);
            }
        }

        counts.Boxes += kept.Count;
        return kept;
    }

    private static void WriteLines(string path, ImageSize size, List<Annotation> labels)
    {
        var lines = new StringBuilder();
        foreach (var label in labels)
        {
            var box = label.Box;
            lines.Append(CultureInfo.InvariantCulture, $"{label.ClassIndex} {box.CenterX / size.Width:R} {box.CenterY / size.Height:R} ");
            lines.Append(CultureInfo.InvariantCulture, $"{box.Width / size.Width:R} {box.Height / size.Height:R}\n");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, lines.ToString());
    }

    private static string Description(IReadOnlyList<DatasetSplit> splits)
    {
        var text = new StringBuilder("# YOLO labels, written by Lat. What the lines cannot hold is in provenance/.\npath: .\n");
        foreach (var split in splits)
        {
            text.Append(CultureInfo.InvariantCulture, $"{split.Name}: images/{split.Name}\n");
        }

        var space = splits[0].Annotations.LabelSpace;
        text.Append(CultureInfo.InvariantCulture, $"nc: {space.Count}\nnames:\n");
        for (var index = 0; index < space.Count; index++)
        {
            var name = space[index].Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"  {index}: \"{name}\"\n");
        }

        return text.ToString();
    }

    private static void Check(IReadOnlyList<DatasetSplit> splits)
    {
        foreach (var split in splits)
        {
            if (!Splits.Contains(split.Name))
            {
                throw new LatException($"YOLO knows the splits {string.Join(", ", Splits)}, not '{split.Name}'. Give the split one of these names.");
            }

            var stems = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in split.Annotations.Images.Select(image => image.FileName))
            {
                if (!Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
                {
                    throw new LatException($"YOLO's images end in {string.Join(", ", Endings)}; '{name}' does not. Convert or rename the image.");
                }

                if (!stems.TryAdd(StemOf(name), name))
                {
                    throw new LatException($"The images '{stems[StemOf(name)]}' and '{name}' would share one YOLO label file. Rename one of them.");
                }
            }
        }
    }

    private static string StemOf(string name) => name[..^Path.GetExtension(name).Length];
}
