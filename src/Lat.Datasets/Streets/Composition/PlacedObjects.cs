using Lat.Core;

namespace Lat.Datasets;

/// <summary>The objects of a scene so far; admits another only where it stands free, is in view, and is not hidden too much.</summary>
internal sealed class PlacedObjects(StreetCamera camera, ImageSize size, RandomStream random)
{
    /// <summary>Least height on the image, in heights of it: 9 pixels of 192.</summary>
    private const double MinHeight = 9.0 / 192;
    private const double MinShareInImage = 0.62;
    private const double UsualHiddenShare = 0.3;
    private const double RareHiddenShare = 0.7;

    private readonly List<(StreetObject Object, Footprint Footprint, Box Outline)> _placed = [];

    public IEnumerable<StreetObject> Objects => _placed.Select(placed => placed.Object);

    public bool TryAdd(StreetObject item)
    {
        var footprint = Footprint.Of(ObjectFrame.Of(camera, item), item.Length, item.Width);
        if (footprint.Near < StreetCamera.NearPlane * 2.5)
        {
            return false;
        }

        var outline = Outline(footprint, item.IsRidden ? 1.75 : item.Height);
        var inside = outline.ClipTo(size);
        if (inside.Area < MinShareInImage * outline.Area || inside.Height < MinHeight * size.Height)
        {
            return false;
        }

        var tolerated = random.NextBool(0.2) ? RareHiddenShare : UsualHiddenShare;
        foreach (var (_, other, otherOutline) in _placed)
        {
            if (footprint.Overlaps(other, 0.25))
            {
                return false;
            }

            var (front, behind) = footprint.IsBefore(other) ? (outline, otherOutline) : (otherOutline, outline);
            var shown = behind.ClipTo(size);
            if (shown.IntersectionArea(front) > tolerated * shown.Area)
            {
                return false;
            }
        }

        _placed.Add((item, footprint, outline));
        return true;
    }

    /// <summary>Whether nothing stands on a place.</summary>
    public bool IsFree(Footprint footprint) => _placed.TrueForAll(placed => !placed.Footprint.Overlaps(footprint, 0.3));

    private Box Outline(Footprint footprint, double height)
    {
        var (near, middle) = (camera.FocalLength / footprint.Near, camera.FocalLength * 2 / (footprint.Near + footprint.Far));
        var left = Math.Min(footprint.Left * near, footprint.Left * middle);
        var right = Math.Max(footprint.Right * near, footprint.Right * middle);
        var bottom = camera.HorizonY + (camera.Height * near);
        var top = Math.Min(bottom, camera.HorizonY - ((height - camera.Height) * middle));
        return new Box(camera.CenterX + left, top, camera.CenterX + right, bottom);
    }
}
