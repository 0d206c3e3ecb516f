using Lat.Core;

namespace Lat.Detection;

/// <summary>What is to be found in one image, as shares of it.</summary>
/// <param name="targets">The same in pixels.</param>
/// <param name="size">The image's.</param>
internal sealed class SetTargets(ImageTargets targets, ImageSize size)
{
    /// <summary>How many labels there are: G.</summary>
    public int Count => targets.Count;

    /// <summary>[G * 4], centre and sides.</summary>
    public float[] Boxes { get; } = SharesOf(targets.Boxes, size);

    /// <summary>[G], columns of the logits; there is none for background.</summary>
    public int[] Columns { get; } = [.. targets.Columns.Select(column => column - 1)];

    /// <summary>[G] in [0, 1].</summary>
    public float[] Confidences => targets.Confidences;

    /// <summary>The image's label space inside the head.</summary>
    public LabelSpaceSlice Slice => targets.Slice;

    /// <summary>Whether at least a share of a box (centre and sides, shares of the image) lies in a crowd or an ignored box.</summary>
    public bool IsIgnored(ReadOnlySpan<float> box, double share)
    {
        if (targets.IgnoredBoxes.Length == 0)
        {
            return false;
        }

        Span<float> corners = stackalloc float[4];
        CornersOf(box, size, corners);
        return BoxIou.LargestCoverage(corners, targets.IgnoredBoxes) >= share;
    }

    /// <summary>Centre and sides as shares of an image to corners in its pixels.</summary>
    public static void CornersOf(ReadOnlySpan<float> box, ImageSize size, Span<float> corners)
    {
        corners[0] = (box[0] - (0.5f * box[2])) * size.Width;
        corners[1] = (box[1] - (0.5f * box[3])) * size.Height;
        corners[2] = (box[0] + (0.5f * box[2])) * size.Width;
        corners[3] = (box[1] + (0.5f * box[3])) * size.Height;
    }

    private static float[] SharesOf(float[] corners, ImageSize size)
    {
        var shares = new float[corners.Length];
        for (var at = 0; at < corners.Length; at += 4)
        {
            shares[at] = (corners[at] + corners[at + 2]) / 2 / size.Width;
            shares[at + 1] = (corners[at + 1] + corners[at + 3]) / 2 / size.Height;
            shares[at + 2] = (corners[at + 2] - corners[at]) / size.Width;
            shares[at + 3] = (corners[at + 3] - corners[at + 1]) / size.Height;
        }

        return shares;
    }
}
