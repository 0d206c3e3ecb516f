using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>PyTorch's names of element types and storages.</summary>
internal static class PyTorchType
{
    private static readonly (string Storage, string[] Elements, ScalarType Type)[] Types =
    [
        ("DoubleStorage", ["float64", "double"], ScalarType.Float64), ("FloatStorage", ["float32", "float"], ScalarType.Float32),
        ("HalfStorage", ["float16", "half"], ScalarType.Float16), ("BFloat16Storage", ["bfloat16"], ScalarType.BFloat16),
        ("LongStorage", ["int64", "long"], ScalarType.Int64), ("IntStorage", ["int32", "int"], ScalarType.Int32),
        ("ShortStorage", ["int16", "short"], ScalarType.Int16), ("CharStorage", ["int8"], ScalarType.Int8),
        ("ByteStorage", ["uint8"], ScalarType.Byte), ("BoolStorage", ["bool"], ScalarType.Bool),
    ];

    public static string KnownStorages => string.Join(", ", Types.Select(type => $"torch.{type.Storage}"));

    /// <summary>A storage or an element type, known or not: refusing an unknown one is better done where its use is known.</summary>
    public static bool IsGlobal(string module, string name) =>
        IsUntyped(new PickleGlobal(module, name)) || (module == "torch" && (name.EndsWith("Storage", StringComparison.Ordinal) || Types.Any(type => type.Elements.Contains(name))));

    public static bool IsUntyped(PickleGlobal global) => global is { Module: "torch.storage", Name: "UntypedStorage" or "_UntypedStorage" };

    public static ScalarType? OfStorage(PickleGlobal global) =>
        global.Module == "torch" && Array.FindIndex(Types, type => type.Storage == global.Name) is >= 0 and var index ? Types[index].Type : null;

    public static ScalarType? OfElement(PickleGlobal global) =>
        global.Module == "torch" && Array.FindIndex(Types, type => type.Elements.Contains(global.Name)) is >= 0 and var index ? Types[index].Type : null;
}
