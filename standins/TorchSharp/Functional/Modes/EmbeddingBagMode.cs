namespace TorchSharp;

/// <summary>How an embedding bag joins its rows; the values are libtorch's.</summary>
public enum EmbeddingBagMode
{
    Sum = 0,
    Mean = 1,
    Max = 2,
}
