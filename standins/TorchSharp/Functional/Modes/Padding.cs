namespace TorchSharp;

/// <summary>How a convolution keeps its size.</summary>
public enum Padding
{
    Valid = 0,
    Same = 1,
}
