using System.Runtime.CompilerServices;

namespace Lat.Imaging;

/// <summary>A run of bytes that is copied as one.</summary>
[InlineArray(ByteCount)]
internal struct PackPage
{
    public const int ByteCount = 4096;

    private byte _first;
}
