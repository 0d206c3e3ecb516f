using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>The N(N-1) sets of predictions that each detector makes on the other datasets.</summary>
public sealed record PseudoLabelSpec
{
    /// <summary>
    /// Predictions below this score are not stored; consumers have thresholds of their own. Default 0.05 (Detectron2's test threshold).
    /// </summary>
    [Range(0.0, 1.0)]
    public double ScoreThreshold { get; init; } = 0.05;

    /// <summary>
    /// Whether the scores of each detector are scaled by the temperature that fits its validation set, before anything reads them. A stage of
    /// its own does it, so that the predictions themselves stay. Default false (the paper).
    /// </summary>
    [NotInKey]
    public bool TemperatureScaling { get; init; }
}
