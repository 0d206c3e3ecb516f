using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Writes Annotations/{id}.xml, ImageSets/Main/{split}.txt, labels.txt, and JPEGImages/.</summary>
internal sealed class PascalVocWriter : IDatasetWriter
{
    private const int ReportEvery = 512;
    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, Indent = true, Encoding = new UTF8Encoding(false) };

    public string Format => "voc";

    public string Losses =>
        "Nothing of a label but its object identity. Confidence, origin, source, area and crowd stand in an element `lat` that other tools pass "
        + "over; a crowd box is `difficult` to them. Coordinates are decimals where Lat's are.";

    public string PathOfImage(string split, string imageName) => $"JPEGImages/{imageName}";

    public void WriteLabels(
        string folder, IReadOnlyList<DatasetSplit> splits, WriteCounts counts, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        Directory.CreateDirectory(Path.Join(folder, "ImageSets", "Main"));
        Directory.CreateDirectory(Path.Join(folder, "JPEGImages"));
        foreach (var split in splits)
        {
            var list = new StringBuilder();
            var done = 0L;
            foreach (var image in split.Annotations.Images)
            {
                if (done++ % ReportEvery == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress?.Report(new ReadProgress($"writing labels of {split.Name}", done, split.Annotations.Images.Count));
                }

                var id = ChooseId(image.FileName, ids);
                WriteImage(Path.Join(folder, "Annotations", id + ".xml"), image, split.Annotations.LabelSpace);
                list.Append(id).Append('\n');
                counts.Boxes += image.Annotations.Count;
            }

            File.WriteAllText(Path.Join(folder, "ImageSets", "Main", split.Name + ".txt"), list.ToString());
        }

        var labels = splits[0].Annotations.LabelSpace.Classes.Select(name => name.Value + "\n");
        File.WriteAllText(Path.Join(folder, PascalVocLabels.FileName), string.Concat(labels));
    }

    /// <summary>The name without its ending; with it, where another image of the same name has another ending.</summary>
    private static string ChooseId(string name, Dictionary<string, string> ids)
    {
        var stem = name[..^Path.GetExtension(name).Length];
        foreach (var id in new[] { stem, name })
        {
            if (id.Length > 0 && !id.EndsWith('/') && id.Trim() == id && ids.TryAdd(id, name))
            {
                return id;
            }
        }

        throw new LatException($"The images '{ids.GetValueOrDefault(name)}' and '{name}' would share one VOC file. Rename one, or write one split at a time.");
    }

    private static void WriteImage(string path, AnnotatedImage image, LabelSpace space)
    {
        var root = new XElement(
            "annotation",
            new XElement("folder", "JPEGImages"),
            new XElement("filename", image.FileName[(image.FileName.LastIndexOf('/') + 1)..]),
            new XElement("size", new XElement("width", image.Size.Width), new XElement("height", image.Size.Height), new XElement("depth", 3)),
            new XElement("segmented", 0),
            image.Annotations.Select(label => Element(label, space)));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = XmlWriter.Create(path, Settings);
        root.WriteTo(writer);
    }

    private static XElement Element(Annotation label, LabelSpace space) => new(
        "object",
        new XElement("name", space[label.ClassIndex].Value),
        new XElement("pose", "Unspecified"),
        new XElement("truncated", 0),
        new XElement("difficult", label.IsIgnored || label.IsCrowd ? 1 : 0),
        new XElement(
            "bndbox",
            new XElement("xmin", PascalVocCoordinate.WriteMinimum(label.Box.X1)),
            new XElement("ymin", PascalVocCoordinate.WriteMinimum(label.Box.Y1)),
            new XElement("xmax", PascalVocCoordinate.WriteMaximum(label.Box.X2)),
            new XElement("ymax", PascalVocCoordinate.WriteMaximum(label.Box.Y2))),
        PascalVocProvenance.Write(label));
}
