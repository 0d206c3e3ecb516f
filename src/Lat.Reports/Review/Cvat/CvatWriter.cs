using System.Globalization;
using System.Text;
using System.Xml;

namespace Lat.Reports;

/// <summary>Writes a batch as CVAT's XML for images. Corners are pixels, the far ones exclusive, as Lat has them.</summary>
internal static class CvatWriter
{
    public static string Write(ReviewBatch batch)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("annotations");
            xml.WriteElementString("version", "1.1");
            for (var index = 0; index < batch.Labels.Images.Count; index++)
            {
                WriteImage(xml, batch, batch.Labels.Images[index], index);
            }

            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void WriteImage(XmlWriter xml, ReviewBatch batch, AnnotatedImage image, int id)
    {
        xml.WriteStartElement("image");
        xml.WriteAttributeString("id", id.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("name", image.FileName);
        xml.WriteAttributeString("width", image.Size.Width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("height", image.Size.Height.ToString(CultureInfo.InvariantCulture));
        foreach (var label in image.Annotations)
        {
            WriteBox(xml, batch.Labels.LabelSpace[label.ClassIndex].Value, label.Box, Number(label.Confidence), ReviewReasonText.Of(batch.ReasonsOf(image.FileName, label)));
        }

        foreach (var hint in batch.HintsOf(image.FileName))
        {
            WriteBox(xml, batch.HintClass, hint.Box, Number(hint.Confidence), hint.ClassName is { } name ? $"{ReviewReasonText.Of(hint.Reasons)}: {name}?" : ReviewReasonText.Of(hint.Reasons));
        }

        xml.WriteEndElement();
    }

    private static void WriteBox(XmlWriter xml, string label, Box box, string confidence, string reason)
    {
        xml.WriteStartElement("box");
        xml.WriteAttributeString("label", label);
        xml.WriteAttributeString("source", "auto");
        xml.WriteAttributeString("occluded", "0");
        xml.WriteAttributeString("xtl", Number(box.X1));
        xml.WriteAttributeString("ytl", Number(box.Y1));
        xml.WriteAttributeString("xbr", Number(box.X2));
        xml.WriteAttributeString("ybr", Number(box.Y2));
        xml.WriteAttributeString("z_order", "0");
        foreach (var (name, value) in new[] { (CvatFormat.Confidence, confidence), (CvatFormat.Reason, reason) })
        {
            xml.WriteStartElement("attribute");
            xml.WriteAttributeString("name", name);
            xml.WriteString(value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
