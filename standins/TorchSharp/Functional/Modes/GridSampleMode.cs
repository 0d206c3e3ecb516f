namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a sample between pixels is found; the values are libtorch's.</summary>
    public enum GridSampleMode
    {
        Bilinear = 0,
        Nearest = 1,
    }
}
