namespace Lat.Datasets;

/// <summary>Paints one object in its own metres: forward, to its right side, and up.</summary>
internal readonly ref struct SolidBrush(SceneBrush scene, ObjectFrame frame)
{
    public SceneBrush Scene { get; } = scene;

    public ObjectFrame Frame { get; } = frame;

    /// <summary>A body of the same outline all across: its two sides, and a strip for each edge of the outline.</summary>
    /// <param name="profile">The outline.</param>
    /// <param name="side">Colour of the sides.</param>
    /// <param name="strips">Colour of each strip; strip i runs from corner i to the next.</param>
    public void Body(ReadOnlySpan<ProfilePoint> profile, Paint side, ReadOnlySpan<Paint> strips)
    {
        var inside = new CameraPoint(0, 0, 0);
        foreach (var point in profile)
        {
            inside += Frame.At(point.Forward, 0, point.Up) * (1.0 / profile.Length);
        }

        Span<CameraPoint> corners = stackalloc CameraPoint[profile.Length];
        for (var index = 0; index < profile.Length; index++)
        {
            var (from, to) = (profile[index], profile[(index + 1) % profile.Length]);
            Scene.Face(
                [
                    Frame.At(from.Forward, -from.HalfWidth, from.Up), Frame.At(from.Forward, from.HalfWidth, from.Up),
                    Frame.At(to.Forward, to.HalfWidth, to.Up), Frame.At(to.Forward, -to.HalfWidth, to.Up),
                ],
                inside,
                strips[index % strips.Length]);
        }

        for (var sign = -1; sign <= 1; sign += 2)
        {
            for (var index = 0; index < profile.Length; index++)
            {
                corners[index] = Frame.At(profile[index].Forward, sign * profile[index].HalfWidth, profile[index].Up);
            }

            Scene.Face(corners, inside, side);
        }
    }

    /// <summary>An upright block from one place along the object to another.</summary>
    public void Block(double rear, double front, double halfWidth, double bottom, double top, Paint paint) => Body(
        [new(front, bottom, halfWidth), new(front, top, halfWidth), new(rear, top, halfWidth), new(rear, bottom, halfWidth)],
        paint,
        [paint]);

    /// <summary>A panel on both long sides, where they are seen.</summary>
    public void SidePanel(double rear, double front, double bottom, double top, double halfWidth, Paint paint) =>
        SideShape([new(rear, bottom), new(front, bottom), new(front, top), new(rear, top)], halfWidth, paint);

    /// <summary>A shape on both long sides; its corners are metres forward and metres up.</summary>
    public void SideShape(ReadOnlySpan<CanvasPoint> shape, double halfWidth, Paint paint)
    {
        Span<CameraPoint> corners = stackalloc CameraPoint[shape.Length];
        for (var sign = -1; sign <= 1; sign += 2)
        {
            if (Frame.IsSideSeen(sign * halfWidth))
            {
                for (var index = 0; index < shape.Length; index++)
                {
                    corners[index] = Frame.At(shape[index].X, sign * halfWidth, shape[index].Y);
                }

                Scene.Flat(corners, paint, 0.92f);
            }
        }
    }

    /// <summary>A panel across the object, where it is seen; in front of its middle if forward is positive, else behind.</summary>
    public void EndPanel(double forward, double left, double right, double bottom, double top, Paint paint)
    {
        if (Frame.IsEndSeen(forward))
        {
            Scene.Flat(
                [Frame.At(forward, left, bottom), Frame.At(forward, right, bottom), Frame.At(forward, right, top),
                Frame.At(forward, left, top)],
                paint,
                0.95f);
        }
    }

    /// <summary>The same on both sides of the middle.</summary>
    public void EndPanels(double forward, double inner, double outer, double bottom, double top, Paint paint)
    {
        EndPanel(forward, inner, outer, bottom, top, paint);
        EndPanel(forward, -outer, -inner, bottom, top, paint);
    }

    /// <summary>A pair of lamps, shining if it is dusk or if they always do.</summary>
    public void Lamps(double forward, double inner, double outer, double bottom, double top, Paint paint, bool shine)
    {
        if (!Frame.IsEndSeen(forward))
        {
            return;
        }

        for (var sign = -1; sign <= 1; sign += 2)
        {
            ReadOnlySpan<CameraPoint> corners =
            [
                Frame.At(forward, sign * inner, bottom), Frame.At(forward, sign * outer, bottom),
                Frame.At(forward, sign * outer, top), Frame.At(forward, sign * inner, top),
            ];
            if (shine)
            {
                Scene.Lamp(corners, paint);
                Scene.Glow(Frame.At(forward, sign * (inner + outer) / 2, (bottom + top) / 2), 0.45, paint, 44);
            }
            else
            {
                Scene.Flat(corners, paint);
            }
        }
    }

    /// <summary>The shadow on the ground beneath an object of such a size.</summary>
    public void GroundShadow(double halfLength, double halfWidth, int opacity) => Scene.Veil(
        [Frame.At(-halfLength, -halfWidth, 0), Frame.At(halfLength, -halfWidth, 0), Frame.At(halfLength, halfWidth, 0),
        Frame.At(-halfLength, halfWidth, 0)],
        Paint.Black,
        opacity);
}
