namespace SixLabors.ImageSharp.Formats.Jpeg;

public sealed class JpegEncoder
{
    private int? _quality;

    public JpegEncoder()
    {
    }

    public int? Quality
    {
        get => _quality;
        init => _quality = value is null or (>= 1 and <= 100)
            ? value
            : throw new ArgumentException("Quality must be in [1..100] range.");
    }
}
