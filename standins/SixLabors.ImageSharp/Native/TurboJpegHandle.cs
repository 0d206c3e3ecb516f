using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>One compressor or decompressor; used by one thread, freed with its handle.</summary>
internal sealed class TurboJpegHandle : SafeHandle
{
    private TurboJpegHandle(nint handle) : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    public static TurboJpegHandle ForCompression() => OrOutOfMemory(TurboJpeg.InitCompress());

    public static TurboJpegHandle ForDecompression() => OrOutOfMemory(TurboJpeg.InitDecompress());

    /// <param name="result">What the library returned: 0 for success.</param>
    /// <param name="acceptWarnings">Whether data that end early or hold stray bytes pass, with what could be decoded.</param>
    /// <exception cref="InvalidImageContentException">The call failed.</exception>
    public unsafe void ThrowIfFailed(int result, bool acceptWarnings = false)
    {
        if (result != 0 && !(acceptWarnings && TurboJpeg.GetErrorCode(this) == TurboJpeg.ErrorWarning))
        {
            throw new InvalidImageContentException(Marshal.PtrToStringUTF8((nint)TurboJpeg.GetErrorText(this)) ?? "The JPEG library failed.");
        }
    }

    protected override bool ReleaseHandle() => TurboJpeg.Destroy(handle) == 0;

    private static TurboJpegHandle OrOutOfMemory(nint handle) => handle == 0
        ? throw new InsufficientMemoryException("The JPEG library could not allocate its state.")
        : new TurboJpegHandle(handle);
}
