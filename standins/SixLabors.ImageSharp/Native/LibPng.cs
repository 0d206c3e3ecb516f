using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>The simplified API of libpng 1.6.</summary>
internal static unsafe partial class LibPng
{
    public const uint ImageVersion = 1;
    public const uint FormatRgb = 2;
    public const uint FormatRgba = 3;
    public const uint FormatFlagAlpha = 1;

    /// <summary>Sixteen-bit samples are scaled to eight, not converted from linear light.</summary>
    public const uint Flag16BitSrgb = 4;

    [LibraryImport(NativeLibraries.Png, EntryPoint = "png_image_begin_read_from_memory")]
    public static partial int BeginRead(LibPngImage* image, byte* memory, nuint length);

    [LibraryImport(NativeLibraries.Png, EntryPoint = "png_image_finish_read")]
    public static partial int FinishRead(LibPngImage* image, byte* background, byte* pixels, int rowStride, byte* colorMap);

    [LibraryImport(NativeLibraries.Png, EntryPoint = "png_image_write_to_memory")]
    public static partial int Write(
        LibPngImage* image, byte* memory, nuint* length, int convertTo8Bit, byte* pixels, int rowStride, byte* colorMap);

    [LibraryImport(NativeLibraries.Png, EntryPoint = "png_image_free")]
    public static partial void Free(LibPngImage* image);
}
