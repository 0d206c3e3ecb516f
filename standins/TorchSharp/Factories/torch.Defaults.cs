namespace TorchSharp;

public static partial class torch
{
    /// <summary>Main memory.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Sizes without data.</summary>
    public static readonly Device META = new(DeviceType.META);

    private static ScalarType s_defaultType = ScalarType.Float32;
    private static Device s_defaultDevice = CPU;

    /// <summary>The current CUDA device.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    /// <summary>The version of libtorch.</summary>
    public static string __version__ => NativeApi.Version;

    /// <summary>The type of factories that are given none.</summary>
    public static ScalarType get_default_dtype() => s_defaultType;

    /// <inheritdoc cref="get_default_dtype"/>
    public static void set_default_dtype(ScalarType dtype) => s_defaultType = dtype;

    /// <summary>The device of factories that are given none.</summary>
    public static Device get_default_device() => s_defaultDevice;

    /// <inheritdoc cref="get_default_device"/>
    public static void set_default_device(Device device) => s_defaultDevice = device;

    /// <inheritdoc cref="get_default_device"/>
    public static void set_default_device(string device) => s_defaultDevice = new Device(device);

    /// <summary>A device.</summary>
    public static Device device(string description) => new(description);

    /// <inheritdoc cref="device(string)"/>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <inheritdoc cref="device(string)"/>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <inheritdoc cref="device(string)"/>
    public static Device device(int index) => new(index);

    /// <summary>Whether the type is a floating-point one.</summary>
    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    /// <summary>Whether the type is an integer or truth value.</summary>
    public static bool is_integral(ScalarType type) =>
        type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 or ScalarType.Bool;

    /// <summary>Whether the type is complex.</summary>
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;
}
