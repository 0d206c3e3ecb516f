using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The loaded native library and the translation of its failures into exceptions.</summary>
internal static unsafe class NativeApi
{
    private static readonly Exception? s_failure;
    private static readonly NativeTable? s_table = Load(out s_failure);

    /// <summary>The native library's functions.</summary>
    /// <exception cref="DllNotFoundException">libtorch or what compiles against it is missing; the message says how to install it.</exception>
    internal static NativeTable Table => s_table ?? throw new DllNotFoundException(s_failure!.Message, s_failure);

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

    // Kept and thrown at each use, because an exception in a type's initializer would hide its message in another one.
    private static NativeTable? Load(out Exception? failure)
    {
        try
        {
            failure = null;
            return new NativeTable(NativeLibrary.Load(NativeBuild.LibraryPath()));
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException or IOException or UnauthorizedAccessException)
        {
            failure = exception;
            return null;
        }
    }

    internal static void Free(long* items) => Table.Free(items);
}
