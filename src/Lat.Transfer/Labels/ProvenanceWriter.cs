using System.Text.Encodings.Web;
using System.Text.Json;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// Writes beside transferred labels where each came from: a line of JSON for every image, as it is labelled, so that memory stays flat.
/// `labels[i]` is the i-th label of the image; `sourcesWithoutLabel` are the source's boxes that ended without one.
/// </summary>
public sealed class ProvenanceWriter : IDisposable
{
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _file;
    private readonly ConcatenatedLabelSpace _spaces;
    private readonly LabelSpace _source;
    private readonly LabelSpace _target;
    private readonly int[] _losses = new int[Enum.GetValues<SourceLoss>().Length];

    /// <param name="path">The file; replaced.</param>
    /// <param name="spaces">The label spaces of the model's head.</param>
    /// <param name="source">The source, as an index into them.</param>
    /// <param name="target">The target, likewise.</param>
    public ProvenanceWriter(string path, ConcatenatedLabelSpace spaces, int source, int target)
    {
        (_spaces, _source, _target) = (spaces, spaces[source], spaces[target]);
        _file = new BufferedStream(File.Create(path), 1 << 16);
    }

    /// <summary>How many source boxes have ended without a label so far, by reason; reasons that occurred only.</summary>
    public IEnumerable<KeyValuePair<SourceLoss, int>> Losses =>
        Enum.GetValues<SourceLoss>().Select(loss => KeyValuePair.Create(loss, _losses[(int)loss])).Where(entry => entry.Value > 0);

    /// <summary>Labels so far that no source box stands behind.</summary>
    public int LabelsWithoutSource { get; private set; }

    public void Write(ImageTransfer image)
    {
        using (var json = new Utf8JsonWriter(_file, Format))
        {
            json.WriteStartObject();
            json.WriteString("image", image.Source.FileName);
            json.WriteStartArray("labels");
            foreach (var label in image.Choice.Kept)
            {
                WriteLabel(json, label, image.Prediction);
            }

            json.WriteEndArray();
            json.WriteStartArray("sourcesWithoutLabel");
            foreach (var source in image.UnmatchedSources)
            {
                _losses[(int)source.Reason]++;
                WriteUnmatched(json, source, image.Source.Annotations[source.SourceIndex]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        _file.WriteByte((byte)'\n');
    }

    public void Dispose() => _file.Dispose();

    private void WriteLabel(Utf8JsonWriter json, LabelCandidate label, ImagePrediction prediction)
    {
        json.WriteStartObject();
        json.WriteString("class", _target[label.ClassIndex].Value);
        json.WriteNumber("confidence", Math.Round(label.Score, 4));
        json.WriteString("origin", Name(label.Origin.ToString()));
        WriteIndex(json, "source", label.SourceIndex);
        if (label.SourceIndex is null)
        {
            LabelsWithoutSource++;
            json.WriteString("withoutSource", label.Origin == AnnotationOrigin.PseudoLabel ? "target-detector" : "pseudo-label-of-another-object");
        }

        if (label.Proposal is { } row)
        {
            json.WritePropertyName("proposal");
            WriteProposal(json, prediction.Proposals[row], null);
            json.WriteStartArray("heeded");
            foreach (var contribution in prediction.Contributions.Count == 0 ? [] : prediction.Contributions[row])
            {
                WriteProposal(json, prediction.Proposals[contribution.Proposal], contribution);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteProposal(Utf8JsonWriter json, PrivilegedProposal proposal, Contribution? contribution)
    {
        json.WriteStartObject();
        json.WriteString("dataset", _spaces.Spaces[proposal.Dataset].Key.Value);
        json.WriteString("class", _spaces[proposal.Dataset][BestClass(proposal)].Value);
        json.WriteNumber("confidence", Math.Round(proposal.Confidence, 4));
        WriteIndex(json, "source", proposal.SourceIndex);
        json.WriteStartArray("box");
        foreach (var corner in (ReadOnlySpan<double>)[proposal.Box.X1, proposal.Box.Y1, proposal.Box.X2, proposal.Box.Y2])
        {
            json.WriteNumberValue(Math.Round(corner, 2));
        }

        json.WriteEndArray();
        if (contribution?.ClassWeight is { } weight)
        {
            json.WriteNumber("classWeight", Math.Round(weight, 4));
        }

        if (contribution is not null)
        {
            json.WriteNumber("featureWeight", Math.Round(contribution.FeatureWeight, 4));
        }

        json.WriteEndObject();
    }

    private void WriteUnmatched(Utf8JsonWriter json, UnmatchedSource source, Annotation annotation)
    {
        json.WriteStartObject();
        json.WriteNumber("source", source.SourceIndex);
        json.WriteString("class", _source[annotation.ClassIndex].Value);
        json.WriteString("reason", Name(source.Reason.ToString()));
        if (source.BestScore is { } score)
        {
            json.WriteNumber("bestScore", Math.Round(score, 4));
        }

        if (source.SuppressedBy is { } label)
        {
            json.WriteNumber("suppressedByLabel", label);
        }

        json.WriteEndObject();
    }

    private static void WriteIndex(Utf8JsonWriter json, string name, int? index)
    {
        if (index is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static int BestClass(PrivilegedProposal proposal) =>
        Enumerable.Range(0, proposal.ClassScores.Count).MaxBy(index => proposal.ClassScores[index]);

    private static string Name(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member);
}
