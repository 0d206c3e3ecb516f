using System.Runtime.InteropServices;

namespace Lat.Pipeline;

/// <summary>What tells, without reading it, that a file is still the one that was hashed.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When its content was last written, in nanoseconds since 1970; programs can set it.</param>
/// <param name="Changed">When its content or its attributes last changed; only the system sets it. On Windows when it was made.</param>
/// <param name="Node">The number of the file on its disk; 0 where the system tells none.</param>
internal readonly record struct FileStamp(long Size, long Modified, long Changed, ulong Node)
{
    private const int CurrentFolder = -100;
    private const uint BasicFacts = 0x7ff;

    /// <summary>The stamp of a file, or of the one that a link leads to.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    public static FileStamp Of(string path) =>
        OperatingSystem.IsLinux() && StatusOf(path, out var status)
            ? new FileStamp((long)status.Size, status.Modified.Nanoseconds, status.Changed.Nanoseconds, status.Node)
            : OfAnySystem(path);

    /// <summary>Whether it may have been written at this time or later.</summary>
    public bool IsSince(long nanoseconds) => Modified >= nanoseconds || Changed >= nanoseconds;

    private static FileStamp OfAnySystem(string path)
    {
        var file = new FileInfo(path);
        file = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return new FileStamp(file.Length, Nanoseconds(file.LastWriteTimeUtc), Nanoseconds(file.CreationTimeUtc), 0);
    }

    private static long Nanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * 100;

    private static bool StatusOf(string path, out Status status)
    {
        try
        {
            return Statx(CurrentFolder, path, 0, BasicFacts, out status) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than the call.
            status = default;
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Status status);

    /// <summary>The kernel's `struct statx`, the same on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(32)]
        public ulong Node;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public Time Changed;

        [FieldOffset(112)]
        public Time Modified;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public uint Fraction;
        public int Reserved;

        public readonly long Nanoseconds => (Seconds * 1_000_000_000) + Fraction;
    }
}
