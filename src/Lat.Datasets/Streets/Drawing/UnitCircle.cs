namespace Lat.Datasets;

/// <summary>Sixteen points on the unit circle, from square roots only, so that they are the same bits everywhere.</summary>
internal static class UnitCircle
{
    private static readonly CanvasPoint[] Sixteen = Make();

    public static ReadOnlySpan<CanvasPoint> Points => Sixteen;

    private static CanvasPoint[] Make()
    {
        var eighth = Math.Sqrt(0.5);
        var cosine = Math.Sqrt((1 + eighth) / 2);
        var sine = Math.Sqrt((1 - eighth) / 2);
        ReadOnlySpan<CanvasPoint> quarter = [new(1, 0), new(cosine, sine), new(eighth, eighth), new(sine, cosine)];
        var points = new CanvasPoint[16];
        for (var index = 0; index < 16; index++)
        {
            var (x, y) = quarter[index % 4];
            points[index] = (index / 4) switch { 0 => new(x, y), 1 => new(-y, x), 2 => new(-x, -y), _ => new(y, -x) };
        }

        return points;
    }
}
