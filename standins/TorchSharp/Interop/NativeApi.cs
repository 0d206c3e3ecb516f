using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The loaded native library and the translation of its failures into exceptions.</summary>
internal static unsafe class NativeApi
{
    internal static readonly NativeTable Table = new(NativeLibrary.Load(NativeBuild.LibraryPath()));

    internal static string Version => Marshal.PtrToStringUTF8((nint)Table.Version())!;

    /// <summary>Throws if <paramref name="status"/> says that the call failed.</summary>
    internal static void Check(int status)
    {
        if (status < 0)
        {
            Throw();
        }
    }

    /// <summary>Throws the exception type that the real package throws, with libtorch's message.</summary>
    [DoesNotReturn]
    internal static void Throw() => throw new ExternalException(Marshal.PtrToStringUTF8((nint)Table.Error()));

    internal static void Release(nint tensor) => Table.Release(tensor);

    internal static void Free(long* items) => Table.Free(items);
}
