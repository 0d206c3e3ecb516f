using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>One tensor of a checkpoint.</summary>
/// <param name="Name">Its name, without the parts that <see cref="CheckpointFile.Prefix"/> and <see cref="CheckpointFile.Section"/> say.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Shape">Its shape; empty for a scalar.</param>
public sealed record CheckpointEntry(string Name, ScalarType Type, EquatableArray<long> Shape)
{
    /// <summary>The element type by its safetensors name (`F32`, `BF16`, `I64`).</summary>
    public string TypeName => SafeTensorsType.NameOf(Type);

    /// <summary>The element type and the shape, for messages: `F32 [64, 3, 7, 7]`.</summary>
    public string Form => $"{TypeName} [{string.Join(", ", Shape)}]";

    /// <summary>Elements times bytes of one.</summary>
    public long ByteCount => Shape.Aggregate(1L, (product, side) => product * side) * SafeTensorsType.SizeOf(Type);
}
