using System.Buffers;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// What a scene is painted on: colours and, beside them, which object each pixel belongs to. It has twice the columns and rows of the
/// image, so that edges come out smooth. Far things are painted before near ones.
/// </summary>
internal sealed class Canvas : IDisposable
{
    /// <summary>Canvas pixels for each pixel of the image, along each axis.</summary>
    public const int Fineness = 2;

    private readonly uint[] _colors;
    private readonly ushort[] _owners;
    private readonly ObjectTrace[] _traces;

    /// <param name="size">The size of the image, not of the canvas.</param>
    /// <param name="objectCount">How many objects will be traced.</param>
    public Canvas(ImageSize size, int objectCount)
    {
        (Width, Height) = (size.Width * Fineness, size.Height * Fineness);
        _colors = ArrayPool<uint>.Shared.Rent(Width * Height);
        _owners = ArrayPool<ushort>.Shared.Rent(Width * Height);
        _owners.AsSpan(0, Width * Height).Clear();
        _traces = new ObjectTrace[objectCount + 1];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Whom the painted pixels belong to: 0 for scenery, else the object's number, from 1.</summary>
    public int Owner { get; set; }

    public ReadOnlySpan<uint> Row(int y) => _colors.AsSpan(y * Width, Width);

    public ReadOnlySpan<ushort> OwnerRow(int y) => _owners.AsSpan(y * Width, Width);

    public ObjectTrace TraceOf(int owner) => _traces[owner];

    public void FillRow(int y, uint color) => _colors.AsSpan(y * Width, Width).Fill(color);

    /// <summary>Fills a polygon, whose inside is told by the even-odd rule; a pixel belongs to it if its centre does.</summary>
    public void Fill(ReadOnlySpan<CanvasPoint> polygon, uint color)
    {
        foreach (var (y, from, to) in new PolygonSpans(polygon, Width, Height))
        {
            _colors.AsSpan((y * Width) + from, to - from).Fill(color);
            Own(y, from, to);
        }
    }

    /// <summary>Lays a colour over a polygon without changing whom the pixels belong to: a shadow, a reflection, a glow.</summary>
    /// <param name="polygon">The corners.</param>
    /// <param name="paint">The colour.</param>
    /// <param name="opacity">From 0 (nothing) to 256 (opaque).</param>
    public void Blend(ReadOnlySpan<CanvasPoint> polygon, Paint paint, int opacity)
    {
        var color = paint.Pack();
        uint redBlue = (color & 0xFF00FF) * (uint)opacity, green = (color & 0x00FF00) * (uint)opacity;
        var rest = (uint)(256 - opacity);
        foreach (var (y, from, to) in new PolygonSpans(polygon, Width, Height))
        {
            foreach (ref var pixel in _colors.AsSpan((y * Width) + from, to - from))
            {
                pixel = ((((pixel & 0xFF00FF) * rest) + redBlue) >> 8 & 0xFF00FF) | ((((pixel & 0x00FF00) * rest) + green) >> 8 & 0x00FF00);
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<uint>.Shared.Return(_colors);
        ArrayPool<ushort>.Shared.Return(_owners);
    }

    private void Own(int y, int from, int to)
    {
        var owners = _owners.AsSpan((y * Width) + from, to - from);
        if (Owner == 0)
        {
            owners.Clear();
            return;
        }

        var owner = (ushort)Owner;
        var already = owners.Count(owner);
        _traces[Owner].Cover(y, from, to, owners.Length - already);
        owners.Fill(owner);
    }
}
