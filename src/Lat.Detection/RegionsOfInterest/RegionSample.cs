using Lat.Core;

namespace Lat.Detection;

/// <summary>The regions of a batch that the second stage learns from, image by image.</summary>
public sealed record RegionSample
{
    /// <summary>[R * 4] xyxy pixels.</summary>
    public required float[] Boxes { get; init; }

    /// <summary>[R] the image of each region.</summary>
    public required int[] Images { get; init; }

    /// <summary>[N] how many regions each image has.</summary>
    public required int[] PerImage { get; init; }

    /// <summary>[R] columns of the head's logits; 0 is background.</summary>
    public required long[] Columns { get; init; }

    /// <summary>[R] confidence of the matched label; 1 for background.</summary>
    public required float[] Confidences { get; init; }

    /// <summary>[R * 4] the offsets to the matched label's box, zeros for background.</summary>
    public required float[] Offsets { get; init; }

    /// <summary>[N] the label space of each image.</summary>
    public required EquatableArray<LabelSpaceSlice> Slices { get; init; }
}
