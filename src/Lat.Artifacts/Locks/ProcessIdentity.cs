using System.Diagnostics;
using System.Globalization;

namespace Lat.Artifacts;

/// <summary>What tells one process from all others, on this host and elsewhere. An empty text means that nobody knows.</summary>
/// <param name="HostId">The machine, beyond its name.</param>
/// <param name="BootId">This start of the machine; another one means that all processes of before are dead.</param>
/// <param name="Namespace">Within which process numbers mean the same: a container counts its own.</param>
/// <param name="Started">When the process began, by the kernel's own count: a number that is given again has another.</param>
internal sealed record ProcessIdentity(string HostId, string BootId, string Namespace, string Started)
{
    public static ProcessIdentity Unknown { get; } = new("", "", "", "");

    public static LockOwner OfThisProcess() => new(Environment.ProcessId, Environment.MachineName)
    {
        Identity = new(
            ReadText("/etc/machine-id"),
            ReadText("/proc/sys/kernel/random/boot_id"),
            LinkTarget("/proc/self/ns/pid"),
            StartOf(Environment.ProcessId) ?? ""),
    };

    /// <summary>When a process of this host began; null where there is none of this number or nobody may know.</summary>
    public static string? StartOf(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return StartByClock(processId);
        }

        // The 22nd field; the second is the program's name in brackets, which may hold anything.
        var stat = ReadText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19 && fields[0] is not ("Z" or "X") ? fields[19] : fields.Length > 0 ? "ended" : null;
    }

    private static string? StartByClock(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
