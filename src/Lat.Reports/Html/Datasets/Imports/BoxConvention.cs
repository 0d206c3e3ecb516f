namespace Lat.Reports;

/// <summary>How a format's boxes are drawn, in words.</summary>
/// <param name="Maximum">Whether the last pixel is counted into the maximum: `exclusive` or `inclusive`.</param>
/// <param name="Extent">What a box encloses: `visible`, `full`, `rendered` or `unstated`.</param>
/// <param name="BoxRules">What else is particular to the boxes.</param>
/// <param name="CrowdRule">What becomes a crowd.</param>
/// <param name="IgnoreRule">What is neither to be found nor to be missed.</param>
public sealed record BoxConvention(string Maximum, string Extent, string BoxRules, string CrowdRule, string IgnoreRule);
