namespace SixLabors.ImageSharp.Formats.Png;

public class PngEncoder
{
    public PngEncoder()
    {
    }
}
