namespace TorchSharp;

/// <summary>What an argument or result holds; must match <c>Tag</c> in lat_torch.cpp.</summary>
internal enum ArgumentTag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    IntList = 5,
    DoubleList = 6,
    TensorList = 7,
    OptionalTensorList = 8,
    Device = 9,
    String = 10,
    Generator = 11,
    BoolList = 12,
}
