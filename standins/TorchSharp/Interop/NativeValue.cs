namespace TorchSharp;

/// <summary>One argument or result as the native library reads it; must match <c>Value</c> in lat_torch.cpp.</summary>
internal struct NativeValue
{
    internal ArgumentTag Tag;
    internal int Count;
    internal long Bits;
}
