using System.Text.Json.Serialization;

namespace Lat.Evaluation;

/// <summary>How right the labels are that are sure enough to be trained on; see <see cref="TransferAuditOptions.SureConfidence"/>.</summary>
/// <param name="Confidence">From which confidence they are, in [0, 1].</param>
/// <param name="Right">Labels that match a true object of their class.</param>
/// <param name="Wrong">Labels that match none; those on crowds and ignored objects count neither way.</param>
/// <param name="Found">True objects that one of them matches.</param>
/// <param name="TrueObjects">True objects, without crowds and ignored ones.</param>
public sealed record SureLabels(double Confidence, int Right, int Wrong, int Found, int TrueObjects)
{
    /// <summary>The part of the true objects that none of them matches; NaN without any.</summary>
    [JsonIgnore]
    public double MissedShare => 1 - ((double)Found / TrueObjects);

    /// <summary>The part of them that is wrong; NaN without any.</summary>
    [JsonIgnore]
    public double WrongShare => (double)Wrong / (Right + Wrong);

    internal SureLabels With(ImageAudit image) => this with
    {
        Right = Right + image.Match.TruthOf.Count(target => target >= 0),
        Wrong = Wrong + image.Match.Faults.Count(fault => fault is not null),
        Found = Found + image.Truth.Zip(image.Found()).Count(pair => pair.Second && TruthMatch.IsCounted(pair.First)),
        TrueObjects = TrueObjects + image.Truth.Count(TruthMatch.IsCounted),
    };
}
