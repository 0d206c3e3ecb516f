using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// Boxes as offsets from reference boxes, (dx, dy, dw, dh), as R-CNN (Girshick et al., 2014) and all detectors since write them.
/// Spans are flat, [n * 4].
/// </summary>
/// <param name="weights">Factors of dx, dy, dw, dh.</param>
public sealed class BoxCoder(EquatableArray<double> weights)
{
    /// <summary>The largest dw or dh that is decoded, so that exp cannot overflow: a box grows at most 62.5-fold (Detectron2, torchvision).</summary>
    public static readonly float ScaleClamp = (float)Math.Log(1000.0 / 16);

    private readonly float _wx = (float)weights[0], _wy = (float)weights[1], _ww = (float)weights[2], _wh = (float)weights[3];

    /// <summary>The coder of the proposal network: weights 1.</summary>
    public static BoxCoder Unweighted { get; } = new([1, 1, 1, 1]);

    /// <summary>The offsets that lead from each reference box to its target.</summary>
    public void Encode(ReadOnlySpan<float> references, ReadOnlySpan<float> targets, Span<float> offsets)
    {
        for (var at = 0; at < references.Length; at += 4)
        {
            var (width, height) = (references[at + 2] - references[at], references[at + 3] - references[at + 1]);
            var (targetWidth, targetHeight) = (targets[at + 2] - targets[at], targets[at + 3] - targets[at + 1]);
            var (x, y) = (references[at] + (0.5f * width), references[at + 1] + (0.5f * height));
            var (targetX, targetY) = (targets[at] + (0.5f * targetWidth), targets[at + 1] + (0.5f * targetHeight));
            offsets[at] = _wx * (targetX - x) / width;
            offsets[at + 1] = _wy * (targetY - y) / height;
            offsets[at + 2] = _ww * MathF.Log(targetWidth / width);
            offsets[at + 3] = _wh * MathF.Log(targetHeight / height);
        }
    }

    /// <summary>The boxes that offsets lead to.</summary>
    public void Decode(ReadOnlySpan<float> references, ReadOnlySpan<float> offsets, Span<float> boxes)
    {
        for (var at = 0; at < references.Length; at += 4)
        {
            var (width, height) = (references[at + 2] - references[at], references[at + 3] - references[at + 1]);
            var (x, y) = (references[at] + (0.5f * width), references[at + 1] + (0.5f * height));
            x += offsets[at] / _wx * width;
            y += offsets[at + 1] / _wy * height;
            width *= MathF.Exp(Math.Min(offsets[at + 2] / _ww, ScaleClamp));
            height *= MathF.Exp(Math.Min(offsets[at + 3] / _wh, ScaleClamp));
            boxes[at] = x - (0.5f * width);
            boxes[at + 1] = y - (0.5f * height);
            boxes[at + 2] = x + (0.5f * width);
            boxes[at + 3] = y + (0.5f * height);
        }
    }

    /// <summary>Cuts boxes, [n * 4], to an image, in place.</summary>
    public static void Clip(Span<float> boxes, ImageSize size)
    {
        for (var at = 0; at < boxes.Length; at += 4)
        {
            boxes[at] = Math.Clamp(boxes[at], 0, size.Width);
            boxes[at + 1] = Math.Clamp(boxes[at + 1], 0, size.Height);
            boxes[at + 2] = Math.Clamp(boxes[at + 2], 0, size.Width);
            boxes[at + 3] = Math.Clamp(boxes[at + 3], 0, size.Height);
        }
    }
}
