namespace Lat.Datasets;

/// <summary>
/// One object of a scene, in metres on the ground plane: x to the right, z ahead, the camera at x = 0, z = 0.
/// </summary>
/// <param name="Id">See <see cref="StreetObjectId"/>.</param>
/// <param name="Class">What it is.</param>
/// <param name="X">Centre, metres to the right.</param>
/// <param name="Z">Centre, metres ahead.</param>
/// <param name="Heading">Where its front points.</param>
/// <param name="Length">Metres from rear to front.</param>
/// <param name="Width">Metres from side to side.</param>
/// <param name="Height">Metres above the ground.</param>
public sealed record StreetObject(
    int Id, StreetClass Class, double X, double Z, Heading Heading, double Length, double Width, double Height)
{
    /// <summary>Which of the body forms of its class. Default 0.</summary>
    public int Style { get; init; }

    /// <summary>Main colour, 0xRRGGBB. Default black.</summary>
    public int Color { get; init; }

    /// <summary>Second colour, 0xRRGGBB: trousers, load, livery. Default black.</summary>
    public int Accent { get; init; }

    /// <summary>Phase of the stride or of the pedals, in [-1, 1]. Default 0.</summary>
    public double Pose { get; init; }

    /// <summary>Whether a machine has someone on it. Default false.</summary>
    public bool IsRidden { get; init; }

    /// <summary>Whether a vehicle stands at the kerb, or a machine stands parked. Default false.</summary>
    public bool IsParked { get; init; }

    /// <summary>For a rider, the id of the machine; null for everything else.</summary>
    public int? MachineId { get; init; }
}
