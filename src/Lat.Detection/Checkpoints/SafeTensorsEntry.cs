using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>One tensor of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Shape">Its shape; empty for a scalar.</param>
/// <param name="Offset">Where its bytes begin, from the start of the file.</param>
/// <param name="Length">How many bytes it has.</param>
public sealed record SafeTensorsEntry(string Name, ScalarType Type, EquatableArray<long> Shape, long Offset, long Length)
{
    /// <summary>The element type and the shape, for messages: `F32 [64, 3, 7, 7]`.</summary>
    public string Form => $"{SafeTensorsType.NameOf(Type)} [{string.Join(", ", Shape)}]";
}
