using System.Globalization;
using System.Xml.Linq;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// What VOC has no element for, in one that other tools pass over:
/// `&lt;lat confidence="0.75" origin="transferred" source="3" crowd="1" ignored="0" area="12.5" /&gt;`.
/// </summary>
internal static class PascalVocProvenance
{
    /// <summary>The element for a label; null where plain VOC says it all.</summary>
    public static XElement? Write(Annotation label)
    {
        var element = new XElement("lat");
        Add(element, "confidence", label.Confidence == 1 ? null : Number(label.Confidence));
        Add(element, "origin", label.Origin == AnnotationOrigin.GroundTruth ? null : CocoOrigin.ToText(label.Origin));
        Add(element, "source", label.SourceIndex?.ToString(CultureInfo.InvariantCulture));
        Add(element, "crowd", label.IsCrowd ? "1" : null);
        Add(element, "ignored", label.IsCrowd && !label.IsIgnored ? "0" : null);
        Add(element, "area", label.Area is { } area && area != label.Box.Area ? Number(area) : null);
        return element.HasAttributes ? element : null;
    }

    /// <summary>The label with what the element says; what is out of its range is a fault.</summary>
    public static Annotation Read(XElement element, Annotation label, RecordPlace place, ReadFaults faults)
    {
        double? Value(string name, double minimum, double maximum)
        {
            if (element.Attribute(name)?.Value is not { } text)
            {
                return null;
            }

            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
            {
                return number;
            }

            faults.Add(
                place.At("lat." + name),
                FormattableString.Invariant($"is '{PascalVocLabels.Shorten(text)}'; expected a number from {minimum} to {maximum}"),
                "Correct it, or remove the element");
            return null;
        }

        return label with
        {
            Confidence = Value("confidence", 0, 1) ?? label.Confidence,
            Origin = CocoOrigin.Parse(element.Attribute("origin")?.Value),
            SourceIndex = Value("source", 0, int.MaxValue) is { } source ? (int)source : null,
            IsCrowd = element.Attribute("crowd")?.Value == "1",
            IsIgnored = label.IsIgnored && element.Attribute("ignored")?.Value != "0",
            Area = Value("area", 0, double.MaxValue),
        };
    }

    private static void Add(XElement element, string name, string? value)
    {
        if (value is not null)
        {
            element.SetAttributeValue(name, value);
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
