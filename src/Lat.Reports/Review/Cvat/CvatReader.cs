using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Lat.Reports;

/// <summary>Reads what CVAT exported as "CVAT for images 1.1". Only boxes are labels; a polygon or a turned box is a fault, not a guess.</summary>
internal static class CvatReader
{
    private static readonly string[] Sides = ["xtl", "ytl", "xbr", "ybr"];
    private static readonly string[] OtherShapes = ["polygon", "polyline", "points", "ellipse", "cuboid", "mask", "skeleton"];

    public static EquatableArray<ReviewedImage> Read(string path)
    {
        var faults = new ReviewFaults(path);
        var root = Load(path);
        if (root.Name.LocalName != "annotations")
        {
            throw new LatException($"'{path}' is no CVAT file: its root is <{root.Name.LocalName}>; expected <annotations>. Export the task as 'CVAT for images 1.1'.");
        }

        if (root.Element("track") is { } track)
        {
            faults.Add(Place(track), "is a track of 'CVAT for video'. Export the task as 'CVAT for images 1.1'");
        }

        var images = root.Elements("image").Select(image => ReadImage(image, faults)).ToEquatableArray();
        if (images.Count == 0 && !faults.Any)
        {
            faults.Add("", "has no <image>. Export the task as 'CVAT for images 1.1', with its annotations");
        }

        faults.ThrowIfAny();
        return images;
    }

    private static ReviewedImage ReadImage(XElement image, ReviewFaults faults)
    {
        var name = image.Attribute("name")?.Value ?? "";
        if (name.Length == 0)
        {
            faults.Add(Place(image), "the image has no 'name'");
        }

        var boxes = new List<(Box, string)>();
        foreach (var shape in image.Elements())
        {
            if (OtherShapes.Contains(shape.Name.LocalName, StringComparer.Ordinal))
            {
                faults.Add(Place(shape), $"<{shape.Name.LocalName}> on '{name}' is not a box. Draw a rectangle in its place, or delete it");
            }
            else if (shape.Name.LocalName == "box" && ReadBox(shape, name, faults) is { } box)
            {
                boxes.Add(box);
            }
        }

        return new ReviewedImage(name, boxes.ToEquatableArray()) { Place = Place(image) };
    }

    private static (Box Box, string ClassName)? ReadBox(XElement box, string image, ReviewFaults faults)
    {
        var label = box.Attribute("label")?.Value;
        if (string.IsNullOrEmpty(label))
        {
            faults.Add(Place(box), $"the box on '{image}' has no 'label'");
            return null;
        }

        if (box.Attribute("rotation") is { } rotation && rotation.Value is not ("0" or "0.0" or "0.00" or ""))
        {
            faults.Add(Place(box), $"the box on '{image}' is turned by {rotation.Value} degrees; Lat has upright boxes only. Turn it back");
            return null;
        }

        var corners = Sides.Select(side => Number(box, side, image, faults)).ToArray();
        if (Array.Exists(corners, corner => corner is null))
        {
            return null;
        }

        if (!Box.IsValid(corners[0]!.Value, corners[1]!.Value, corners[2]!.Value, corners[3]!.Value))
        {
            faults.Add(Place(box), FormattableString.Invariant($"the box on '{image}' is ({corners[0]}, {corners[1]}, {corners[2]}, {corners[3]}). {Box.ValidValues}"));
            return null;
        }

        return (new Box(corners[0]!.Value, corners[1]!.Value, corners[2]!.Value, corners[3]!.Value), label);
    }

    private static double? Number(XElement box, string side, string image, ReviewFaults faults)
    {
        var text = box.Attribute(side)?.Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        faults.Add(Place(box), $"the box on '{image}' has {(text is null ? "no" : $"the '{side}' '{text}';")} {(text is null ? $"'{side}'" : "expected a finite number")}");
        return null;
    }

    private static XElement Load(string path)
    {
        var text = ReviewFaults.ReadText(path);
        try
        {
            // A document type could name files and entities without end; CVAT writes none.
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException fault)
        {
            throw new LatException($"'{path}' is not XML: {fault.Message} Export the task as 'CVAT for images 1.1' and give the annotations.xml of the archive.", fault);
        }
    }

    private static string Place(XElement element) => FormattableString.Invariant($"line {((IXmlLineInfo)element).LineNumber}");
}
