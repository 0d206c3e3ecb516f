using System.Runtime.InteropServices;

namespace Lat.Datasets;

/// <summary>A page of a mapped file: a mapped view is copied element by element, so that large elements are fast.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct MappedChunk
{
    /// <summary>Bytes.</summary>
    public const int Size = 4096;
}
