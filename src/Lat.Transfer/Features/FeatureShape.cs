namespace Lat.Transfer;

/// <summary>The shape of one level of an image's frozen features.</summary>
/// <param name="Channels">C.</param>
/// <param name="Height">Rows of the map.</param>
/// <param name="Width">Columns of the map.</param>
/// <param name="Stride">Pixels of the image per cell of the map; need not be whole (3.5).</param>
public readonly record struct FeatureShape(int Channels, int Height, int Width, double Stride)
{
    public int Count => Channels * Height * Width;
}
