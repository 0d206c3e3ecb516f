namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a sample outside of the image is; the values are libtorch's.</summary>
    public enum GridSamplePaddingMode
    {
        Zeros = 0,
        Border = 1,
        Reflection = 2,
    }
}
