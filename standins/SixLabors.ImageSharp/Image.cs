namespace SixLabors.ImageSharp;

public abstract partial class Image : IDisposable
{
    private protected Image(Size size) => Size = size;

    public Size Size { get; internal set; }

    public int Width => Size.Width;

    public int Height => Size.Height;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    internal abstract ReadOnlySpan<byte> PixelBytes { get; }
}
