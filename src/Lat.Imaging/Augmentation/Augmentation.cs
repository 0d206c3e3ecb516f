using Lat.Core;

namespace Lat.Imaging;

/// <summary>One random change, decided: crop and resize, then zoom, then flip, then colour. Its labels may be many; its pixels change once.</summary>
public sealed class Augmentation
{
    private readonly ImageSize _size, _canvas;
    private readonly bool _flips;
    private readonly Box? _crop;
    private readonly Zoom _zoom;
    private readonly ColorChange _color;
    private readonly double _minimumVisibleShare;

    internal Augmentation(ImageSize size, ImageSize canvas, bool flips, Box? crop, Zoom zoom, ColorChange color, double minimumVisibleShare) =>
        (_size, _canvas, _flips, _crop, _zoom, _color, _minimumVisibleShare) = (size, canvas, flips, crop, zoom, color, minimumVisibleShare);

    /// <summary>The part of the image that fills the canvas, where that is not the image as it is.</summary>
    private Box? Part => _crop ?? (_canvas == _size ? null : new Box(0, 0, _size.Width, _size.Height));

    /// <summary>The changed pixels; the given ones stay as they are.</summary>
    /// <exception cref="ArgumentException">The image has another size than the change was drawn for.</exception>
    public RgbImage Apply(RgbImage image)
    {
        if (image.Size != _size)
        {
            throw new ArgumentException($"The change was drawn for images of {_size}, not of {image.Size}.");
        }

        var resized = Part is { } part ? ImageResizer.Resize(image, part, _canvas) : image;
        var zoomed = _zoom.Apply(resized);
        var changed = ReferenceEquals(zoomed, image) ? new RgbImage(_size, image.Pixels.AsSpan().ToArray()) : zoomed;
        if (_flips)
        {
            HorizontalFlip.Apply(changed);
        }

        _color.Apply(changed);
        return changed;
    }

    /// <summary>The labels of the changed image.</summary>
    public EquatableArray<Annotation> Apply(EquatableArray<Annotation> annotations) => annotations
        .Select(annotation => (annotation, Box: Apply(annotation.Box, LeastShareOf(annotation))))
        .Where(moved => moved.Box is not null)
        .Select(moved => moved.annotation with { Box = moved.Box!.Value })
        .ToEquatableArray();

    /// <summary>
    /// Where a box comes to lie, cut at the edge of the image; null where it leaves the image, or less than the share stays visible.
    /// </summary>
    public Box? Apply(Box box, double minimumVisibleShare)
    {
        var moved = _zoom.Apply(Part is { } part ? ToCanvas(box, part) : box);
        var visible = moved.ClipTo(_canvas);
        if (_crop is not null || !_zoom.IsNone)
        {
            if (visible.Area <= 0 || visible.Area < minimumVisibleShare * moved.Area)
            {
                return null;
            }

            moved = visible;
        }

        return _flips ? moved.FlipHorizontally(_canvas.Width) : moved;
    }

    /// <summary>A crowd or an ignored object that is cut still excuses what is found on its rest.</summary>
    private double LeastShareOf(Annotation annotation) => annotation.IsCrowd || annotation.IsIgnored ? 0 : _minimumVisibleShare;

    private Box ToCanvas(Box box, Box part) =>
        box.Translate(-part.X1, -part.Y1).Scale(_canvas.Width / part.Width, _canvas.Height / part.Height);
}
