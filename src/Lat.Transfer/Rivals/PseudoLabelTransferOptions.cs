using System.ComponentModel.DataAnnotations;

namespace Lat.Transfer;

/// <summary>How the target detector's predictions become the labels of the methods `pseudo-label` and `pseudo-label-filtered`.</summary>
public sealed record PseudoLabelTransferOptions
{
    /// <summary>
    /// For `pseudo-label-filtered`: a prediction that overlaps no annotation of the source by at least this IoU is dropped. Default 0.5 (Liao et
    /// al. 2024, and "Pseudo-Label + Filtering" of the paper's Table 6).
    /// </summary>
    [Range(0.0, 1.0)]
    public double NoiseFilterIou { get; init; } = 0.5;

    /// <summary>
    /// Whether the threshold of each class is raised until there are no more labels of it per image than the target's own images have. Never
    /// below the thresholds of `lat.transfer`. Default false.
    /// </summary>
    public bool CountMatched { get; init; }
}
