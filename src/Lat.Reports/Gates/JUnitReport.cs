using System.Text;
using System.Xml;

namespace Lat.Reports;

/// <summary>
/// The verdicts of the gates as JUnit XML, which CI servers show as tests: a missed gate is a failure, one that could not be judged an error.
/// </summary>
public static class JUnitReport
{
    /// <summary>Writes the file whole or not at all.</summary>
    /// <exception cref="LatException">It cannot be written.</exception>
    public static void Write(string path, string experiment, IReadOnlyCollection<GateVerdict> verdicts) => WholeFile.Write(path, Render(experiment, verdicts));

    /// <summary>The same verdicts give the same text.</summary>
    public static string Render(string experiment, IReadOnlyCollection<GateVerdict> verdicts)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n", CheckCharacters = true }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Plain($"gates of {experiment}"));
            Count(xml, "tests", verdicts.Count);
            Count(xml, "failures", verdicts.Count(verdict => verdict.Outcome == GateOutcome.Missed));
            Count(xml, "errors", verdicts.Count(verdict => verdict.Outcome == GateOutcome.NotJudged));
            foreach (var verdict in verdicts)
            {
                WriteCase(xml, experiment, verdict);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void WriteCase(XmlWriter xml, string experiment, GateVerdict verdict)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Plain($"gates.{experiment}"));
        xml.WriteAttributeString("name", Plain(verdict.Name.Length == 0 ? verdict.Text : verdict.Name));
        if (verdict.Passed)
        {
            xml.WriteElementString("system-out", Plain(verdict.Text));
        }
        else
        {
            xml.WriteStartElement(verdict.Outcome == GateOutcome.Missed ? "failure" : "error");
            xml.WriteAttributeString("message", Plain(verdict.Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Count(XmlWriter xml, string name, int count) => xml.WriteAttributeString(name, FormattableString.Invariant($"{count}"));

    /// <summary>XML has no way to write most control characters.</summary>
    private static string Plain(string text) => string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) ? character : ' '));
}
