namespace Lat.Datasets;

/// <summary>A pinhole camera over the origin of the ground plane. Size on the image is proportional to 1 / depth.</summary>
/// <param name="Height">Metres above the ground.</param>
/// <param name="FocalLength">In pixels of the image.</param>
/// <param name="CenterX">Column of the optical axis, in pixels of the image.</param>
/// <param name="HorizonY">Row of the horizon, in pixels of the image.</param>
/// <param name="View">Where the camera looks.</param>
public sealed record StreetCamera(double Height, double FocalLength, double CenterX, double HorizonY, Heading View)
{
    /// <summary>Nothing nearer than this many metres is drawn.</summary>
    public const double NearPlane = 0.8;

    /// <summary>A point of the street in the camera's frame: metres to the right of the axis, and metres of depth along it.</summary>
    public (double Right, double Depth) ToCamera(double x, double z) => ((x * View.Z) - (z * View.X), (x * View.X) + (z * View.Z));
}
