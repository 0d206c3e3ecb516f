using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Lat.Artifacts;

/// <summary>The few calls of the C library that .NET does not offer. Each says what it does where the system has no such call.</summary>
internal static class NativeDisk
{
    private const int FileExists = 17;
    private const int NoSuchProcess = 3;
    private const int NotADirectoryThatFlushes = 22; // EINVAL: the file system has nothing to flush for a folder, such as SMB
    private const int CloseOnExecute = 0x80000;
    private const nuint CloneFile = 0x40049409; // FICLONE

    /// <summary>Waits until the names in a folder are on the disk. Windows keeps them in its journal: nothing to do there.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(path, OperatingSystem.IsLinux() ? CloseOnExecute : 0);
        if (descriptor < 0)
        {
            throw Failure(path);
        }

        try
        {
            if (Fsync(descriptor) != 0 && Marshal.GetLastPInvokeError() != NotADirectoryThatFlushes)
            {
                throw Failure(path);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Gives a file a second name, which appears whole: the one exclusive creation that every NFS keeps.</summary>
    /// <returns>True: it has it. False: that name is taken. Null: this file system has no second names.</returns>
    public static bool? TryLink(string existing, string name)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        return Link(existing, name) == 0 ? true : Marshal.GetLastPInvokeError() == FileExists ? false : null;
    }

    /// <summary>Makes a file that shares the other's blocks until one of them is written; false where the file system cannot.</summary>
    public static bool TryClone(string existing, string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        using var source = File.OpenHandle(existing, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        bool cloned;
        using (var clone = File.OpenHandle(name, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            cloned = Ioctl((int)clone.DangerousGetHandle(), CloneFile, (int)source.DangerousGetHandle()) == 0;
        }

        if (!cloned)
        {
            File.Delete(name);
        }

        return cloned;
    }

    /// <summary>Whether a process of this number lives, whoever owns it. A process that only waits to be mourned still counts.</summary>
    public static bool ProcessExists(int processId)
    {
        if (OperatingSystem.IsWindows())
        {
            return Array.Exists(System.Diagnostics.Process.GetProcesses(), process => process.Id == processId);
        }

        return Kill(processId, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;
    }

    private static IOException Failure(string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{new Win32Exception(error).Message} : '{path}'", error);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static extern int Ioctl(int descriptor, nuint request, int argument);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
