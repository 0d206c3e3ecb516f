using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>The element types of the safetensors format that libtorch has too.</summary>
internal static class SafeTensorsType
{
    private static readonly (string Name, ScalarType Type, int Size)[] Types =
    [
        ("F64", ScalarType.Float64, 8), ("F32", ScalarType.Float32, 4), ("F16", ScalarType.Float16, 2), ("BF16", ScalarType.BFloat16, 2),
        ("I64", ScalarType.Int64, 8), ("I32", ScalarType.Int32, 4), ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1), ("BOOL", ScalarType.Bool, 1),
    ];

    public static string KnownNames => string.Join(", ", Types.Select(type => type.Name));

    public static string NameOf(ScalarType type) => Types.First(entry => entry.Type == type).Name;

    public static int SizeOf(ScalarType type) => Types.First(entry => entry.Type == type).Size;

    public static bool TryParse(string name, out ScalarType type)
    {
        var index = Array.FindIndex(Types, entry => entry.Name == name);
        type = index < 0 ? default : Types[index].Type;
        return index >= 0;
    }
}
