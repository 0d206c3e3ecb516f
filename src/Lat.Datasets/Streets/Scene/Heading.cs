namespace Lat.Datasets;

/// <summary>
/// A direction on the ground plane as a unit vector. It is built by arithmetic and square roots only: sines and cosines differ between
/// platforms in their last bits, and images must not.
/// </summary>
public readonly record struct Heading
{
    private Heading(double x, double z) => (X, Z) = (x, z);

    /// <summary>Metres to the right for each metre forward.</summary>
    public double X { get; }

    /// <summary>Metres ahead for each metre forward.</summary>
    public double Z { get; }

    /// <summary>Away from the camera: its rear is seen.</summary>
    public static Heading Away { get; } = new(0, 1);

    /// <summary>The direction of a vector that is not zero.</summary>
    public static Heading Towards(double x, double z)
    {
        var length = Math.Sqrt((x * x) + (z * z));
        return length > 0 ? new Heading(x / length, z / length) : throw new ArgumentException("A heading needs a vector that is not zero.");
    }
}
