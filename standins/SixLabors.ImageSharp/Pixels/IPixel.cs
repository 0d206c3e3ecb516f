namespace SixLabors.ImageSharp.PixelFormats;

public interface IPixel;
