using System.Text;
using System.Xml;

namespace Lat.Reports;

/// <summary>Label Studio: `tasks.json` to import, whose labels are predictions, and `labels.xml`, the labelling interface.</summary>
public sealed class LabelStudioFormat : IReviewFormat
{
    /// <summary>The name of the boxes' control in the labelling interface.</summary>
    internal const string FromName = "label";

    /// <summary>The name of the image in the labelling interface.</summary>
    internal const string ToName = "image";

    /// <summary>The field of a task that holds the image's own name.</summary>
    internal const string NameField = "name";

    public string Name => "label-studio";

    public EquatableArray<KeyValuePair<string, string>> Write(ReviewBatch batch) =>
    [
        KeyValuePair.Create("tasks.json", LabelStudioWriter.Write(batch)),
        KeyValuePair.Create("labels.xml", Interface(batch)),
    ];

    public EquatableArray<ReviewedImage> Read(string path) => LabelStudioReader.Read(path);

    private static string Interface(ReviewBatch batch)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("View");
            xml.WriteStartElement("Image");
            xml.WriteAttributeString("name", ToName);
            xml.WriteAttributeString("value", "$image");
            xml.WriteEndElement();
            xml.WriteStartElement("RectangleLabels");
            xml.WriteAttributeString("name", FromName);
            xml.WriteAttributeString("toName", ToName);
            foreach (var name in batch.Labels.LabelSpace.Classes.Select(name => name.Value).Append(batch.HintClass))
            {
                xml.WriteStartElement("Label");
                xml.WriteAttributeString("value", name);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }
}
