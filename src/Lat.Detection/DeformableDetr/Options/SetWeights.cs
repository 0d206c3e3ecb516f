using System.ComponentModel.DataAnnotations;

namespace Lat.Detection;

/// <summary>What the three parts of a comparison between a predicted object and a label weigh (Carion et al., 2020). Defaults: Deformable DETR's program.</summary>
public sealed record SetWeights
{
    /// <summary>Of the class: focal cost or loss. Default 2.</summary>
    [Range(0.0, 1e6)]
    public double Class { get; init; } = 2;

    /// <summary>Of the absolute differences of centre and sides, as shares of the image's. Default 5.</summary>
    [Range(0.0, 1e6)]
    public double Box { get; init; } = 5;

    /// <summary>Of the generalised overlap (Rezatofighi et al., 2019). Default 2.</summary>
    [Range(0.0, 1e6)]
    public double GeneralizedIou { get; init; } = 2;
}
