using System.Runtime.CompilerServices;

namespace Lat.Datasets;

/// <summary>The rows of pixels whose centres lie inside a polygon (even-odd rule), cut to the canvas; for `foreach`.</summary>
internal ref struct PolygonSpans
{
    private readonly ReadOnlySpan<CanvasPoint> _polygon;
    private readonly int _width;
    private readonly int _lastRow;
    private Crossings _crossings;
    private int _count;
    private int _next;
    private int _row;

    public PolygonSpans(ReadOnlySpan<CanvasPoint> polygon, int width, int height)
    {
        _polygon = polygon;
        _width = width;
        double top = double.MaxValue, bottom = double.MinValue;
        foreach (var (_, y) in polygon)
        {
            top = Math.Min(top, y);
            bottom = Math.Max(bottom, y);
        }

        _row = (int)Math.Ceiling(Math.Clamp(top - 0.5, 0, height)) - 1;
        _lastRow = (int)Math.Ceiling(Math.Clamp(bottom - 0.5, 0, height)) - 1;
    }

    public (int Row, int From, int To) Current { get; private set; }

    public readonly PolygonSpans GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            while (_next + 1 < _count)
            {
                var from = (int)Math.Ceiling(Math.Clamp(_crossings[_next] - 0.5, 0, _width));
                var to = (int)Math.Ceiling(Math.Clamp(_crossings[_next + 1] - 0.5, 0, _width));
                _next += 2;
                if (from < to)
                {
                    Current = (_row, from, to);
                    return true;
                }
            }

            if (_row >= _lastRow)
            {
                return false;
            }

            _row++;
            Cross(_row + 0.5);
        }
    }

    /// <summary>Finds where the edges cross a row of pixel centres, from left to right.</summary>
    private void Cross(double y)
    {
        (_count, _next) = (0, 0);
        var before = _polygon[^1];
        foreach (var point in _polygon)
        {
            if (before.Y <= y != point.Y <= y && _count < Crossings.Capacity)
            {
                var x = before.X + ((y - before.Y) * (point.X - before.X) / (point.Y - before.Y));
                var place = _count++;
                for (; place > 0 && _crossings[place - 1] > x; place--)
                {
                    _crossings[place] = _crossings[place - 1];
                }

                _crossings[place] = x;
            }

            before = point;
        }
    }

    [InlineArray(Capacity)]
    private struct Crossings
    {
        public const int Capacity = 16;
        private double _first;
    }
}
