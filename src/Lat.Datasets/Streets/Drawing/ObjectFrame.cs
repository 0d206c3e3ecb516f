namespace Lat.Datasets;

/// <summary>Where an object stands before the camera, and which way it faces: turns its own metres into the camera's.</summary>
internal readonly record struct ObjectFrame(double Right, double Depth, double ForwardRight, double ForwardDepth)
{
    public static ObjectFrame Of(StreetCamera camera, StreetObject item)
    {
        var (right, depth) = camera.ToCamera(item.X, item.Z);
        var (forwardRight, forwardDepth) = camera.ToCamera(item.Heading.X, item.Heading.Z);
        return new(right, depth, forwardRight, forwardDepth);
    }

    /// <summary>A point from metres forward, metres to the object's right side, and metres above the ground.</summary>
    public CameraPoint At(double forward, double side, double up) => new(
        Right + (forward * ForwardRight) + (side * ForwardDepth), up, Depth + (forward * ForwardDepth) - (side * ForwardRight));

    /// <summary>The same place, moved along the object.</summary>
    public ObjectFrame Ahead(double forward) => this with
    {
        Right = Right + (forward * ForwardRight), Depth = Depth + (forward * ForwardDepth),
    };

    /// <summary>How squarely its side is seen: 1 from the side, 0 from the front or the rear.</summary>
    public double SideShare
    {
        get
        {
            var distance = Math.Sqrt((Right * Right) + (Depth * Depth));
            return Math.Abs((ForwardRight * Depth) - (ForwardDepth * Right)) / Math.Max(distance, 1e-6);
        }
    }

    /// <summary>Whether a plane along the object, so far to its side (negative: left), shows its outside to the camera.</summary>
    public bool IsSideSeen(double side)
    {
        var sign = side < 0 ? -1 : 1;
        var point = At(0, side, 0);
        return sign * ((ForwardDepth * point.Right) - (ForwardRight * point.Depth)) < 0;
    }

    /// <summary>
    /// Whether a plane across the object, so far ahead of its middle (negative: behind), shows its outside to the camera.
    /// </summary>
    public bool IsEndSeen(double forward)
    {
        var sign = forward < 0 ? -1 : 1;
        var point = At(forward, 0, 0);
        return sign * ((ForwardRight * point.Right) + (ForwardDepth * point.Depth)) < 0;
    }
}
