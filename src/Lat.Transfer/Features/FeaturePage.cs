using System.Runtime.InteropServices;

namespace Lat.Transfer;

/// <summary>A page of a mapped feature file: a mapped view is copied element by element, so that large elements are fast.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal struct FeaturePage
{
    /// <summary>Bytes.</summary>
    public const int Size = 4096;
}
