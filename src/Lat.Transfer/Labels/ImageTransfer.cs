using Lat.Core;

namespace Lat.Transfer;

/// <summary>How one image came by its labels.</summary>
/// <param name="Source">The image and the source's own annotations.</param>
/// <param name="Prediction">What the model said.</param>
/// <param name="Choice">The labels, and the candidates that became none.</param>
public sealed record ImageTransfer(AnnotatedImage Source, ImagePrediction Prediction, LabelChoice Choice)
{
    /// <summary>The source boxes that no label came from, and why.</summary>
    public IEnumerable<UnmatchedSource> UnmatchedSources => UnmatchedSource.Of(Source, Prediction, Choice);
}
