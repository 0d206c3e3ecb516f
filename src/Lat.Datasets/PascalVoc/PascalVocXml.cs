using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads one XML file of Pascal VOC.</summary>
internal static class PascalVocXml
{
    private const long MaxCharacters = 16 << 20;
    private const int MaxDepth = 32;

    /// <summary>Entities are refused altogether: a document type is how a small file becomes a huge one, or reads another file.</summary>
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Null and a fault where the file is not sound.</summary>
    public static PascalVocImage? Read(string path, ReadFaults faults)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 14);
            CheckDepth(stream);
            stream.Position = 0;
            using var reader = XmlReader.Create(stream, Settings);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            if (document.Root is { } root && root.Name.LocalName == "annotation")
            {
                return Read(path, root, faults);
            }

            faults.Add(new RecordPlace(path), $"begins with '{document.Root?.Name.LocalName}'; expected 'annotation'", "Check that this is a VOC file");
        }
        catch (XmlException exception)
        {
            faults.Add(
                new RecordPlace(path, FormattableString.Invariant($"line {exception.LineNumber}, column {exception.LinePosition}")),
                "is no XML that is read here: " + exception.Message.TrimEnd('.'),
                "Correct it; document types and entities are not allowed");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            faults.Add(new RecordPlace(path), $"cannot be read: {exception.Message}", "Check the path and its permissions");
        }

        return null;
    }

    /// <summary>The tree's own methods recurse: a file of a million elements inside each other would overflow the stack.</summary>
    private static void CheckDepth(FileStream stream)
    {
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                var position = (IXmlLineInfo)reader;
                throw new XmlException("elements stand too deep inside each other", null, position.LineNumber, position.LinePosition);
            }
        }
    }

    private static PascalVocImage Read(string path, XElement root, ReadFaults faults)
    {
        var size = root.Element("size");
        var (width, height) = (Whole(size?.Element("width")), Whole(size?.Element("height")));
        var found = new List<PascalVocObject>();
        foreach (var element in root.Elements("object"))
        {
            var place = new RecordPlace(path, "object", found.Count);
            var box = element.Element("bndbox");
            if (box is null)
            {
                faults.Add(place, At(element, "has no 'bndbox'"), "Write <bndbox> with xmin, ymin, xmax and ymax, or remove the object");
            }

            found.Add(new PascalVocObject(found.Count, Text(element.Element("name")), BoxOf(box, place, faults), Label(element, place, faults)));
        }

        return new PascalVocImage(
            path,
            Text(root.Element("filename")),
            width is >= 1 and <= 100_000 && height is >= 1 and <= 100_000 ? new ImageSize((int)width, (int)height) : null,
            found);
    }

    private static RawBox BoxOf(XElement? box, RecordPlace place, ReadFaults faults)
    {
        if (box is null)
        {
            return new RawBox(double.NaN, double.NaN, double.NaN, double.NaN);
        }

        double Corner(string name, Func<string, double> read)
        {
            var element = box.Element(name);
            var value = element is null ? double.NaN : read(element.Value.Trim());
            if (double.IsNaN(value))
            {
                var found = element is null ? $"has no '{name}'" : $"has '{PascalVocLabels.Shorten(element.Value)}' as '{name}'";
                faults.Add(place.At("bndbox"), At(box, found + "; expected a finite number"), "Write a number of pixels, the first being 1");
            }

            return value;
        }

        return new RawBox(
            Corner("xmin", PascalVocCoordinate.ReadMinimum),
            Corner("ymin", PascalVocCoordinate.ReadMinimum),
            Corner("xmax", PascalVocCoordinate.ReadMaximum),
            Corner("ymax", PascalVocCoordinate.ReadMaximum));
    }

    private static Annotation Label(XElement element, RecordPlace place, ReadFaults faults)
    {
        var difficult = element.Element("difficult")?.Value.Trim() is "1" or "true" or "True";
        var label = new Annotation(default, 0) { IsIgnored = difficult };
        return element.Element("lat") is { } provenance ? PascalVocProvenance.Read(provenance, label, place, faults) : label;
    }

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static double? Whole(XElement? element) =>
        double.TryParse(element?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Floor(number) ? number : null;

    private static string At(IXmlLineInfo element, string message) => FormattableString.Invariant($"{message} (line {element.LineNumber})");
}
