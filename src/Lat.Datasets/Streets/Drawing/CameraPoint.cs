namespace Lat.Datasets;

/// <summary>A point before the camera, in metres: to the right of the axis, above the ground, and along the axis.</summary>
internal readonly record struct CameraPoint(double Right, double Up, double Depth)
{
    public static CameraPoint operator +(CameraPoint a, CameraPoint b) => new(a.Right + b.Right, a.Up + b.Up, a.Depth + b.Depth);

    public static CameraPoint operator -(CameraPoint a, CameraPoint b) => new(a.Right - b.Right, a.Up - b.Up, a.Depth - b.Depth);

    public static CameraPoint operator *(CameraPoint a, double factor) => new(a.Right * factor, a.Up * factor, a.Depth * factor);

    public static double Dot(CameraPoint a, CameraPoint b) => (a.Right * b.Right) + (a.Up * b.Up) + (a.Depth * b.Depth);

    public static CameraPoint Cross(CameraPoint a, CameraPoint b) => new(
        (a.Up * b.Depth) - (a.Depth * b.Up), (a.Depth * b.Right) - (a.Right * b.Depth), (a.Right * b.Up) - (a.Up * b.Right));

    public static CameraPoint Lerp(CameraPoint a, CameraPoint b, double share) => a + ((b - a) * share);
}
