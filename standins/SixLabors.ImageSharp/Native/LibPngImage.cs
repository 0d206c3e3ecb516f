using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>`png_image`: the state of one read or write.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LibPngImage
{
    public nint Opaque;
    public uint Version;
    public uint Width;
    public uint Height;
    public uint Format;
    public uint Flags;
    public uint ColorMapEntries;
    public uint WarningOrError;
    public fixed byte Message[64];

    public readonly string Text
    {
        get
        {
            fixed (byte* text = Message)
            {
                return Marshal.PtrToStringUTF8((nint)text) ?? "The PNG library failed.";
            }
        }
    }
}
