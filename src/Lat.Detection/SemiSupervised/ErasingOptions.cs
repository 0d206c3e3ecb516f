using System.ComponentModel.DataAnnotations;

namespace Lat.Detection;

/// <summary>One rectangle of noise over an image (Zhong et al., 2020, random erasing; torchvision's RandomErasing with random values).</summary>
public sealed record ErasingOptions
{
    /// <summary>How probable it is, in [0, 1]. Default 0.7.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 0.7;

    /// <summary>The least share of the image that it covers. Default 0.05.</summary>
    [Range(0.0, 1.0)]
    public double MinimumShare { get; init; } = 0.05;

    /// <summary>The largest share of the image that it covers. Default 0.2.</summary>
    [Range(0.0, 1.0)]
    public double MaximumShare { get; init; } = 0.2;

    /// <summary>The least height for each width; drawn evenly on a logarithmic scale. Default 0.3.</summary>
    [Range(0.01, 100.0)]
    public double MinimumRatio { get; init; } = 0.3;

    /// <summary>The largest height for each width. Default 3.3.</summary>
    [Range(0.01, 100.0)]
    public double MaximumRatio { get; init; } = 3.3;
}
