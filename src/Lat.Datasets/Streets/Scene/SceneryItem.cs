namespace Lat.Datasets;

/// <summary>One piece of scenery, in metres on the ground plane.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="X">Centre, metres to the right.</param>
/// <param name="Z">Centre, metres ahead.</param>
/// <param name="Width">Metres across the street's direction.</param>
/// <param name="Length">Metres along the street.</param>
/// <param name="Height">Metres above the ground.</param>
/// <param name="Color">Main colour, 0xRRGGBB.</param>
/// <param name="Variant">A number that small differences are drawn from.</param>
public sealed record SceneryItem(
    SceneryKind Kind, double X, double Z, double Width, double Length, double Height, int Color, int Variant);
