using System.Globalization;

namespace Lat.Pipeline;

/// <summary>The largest resident memory of this process so far.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    /// <returns>Bytes; null where the system does not tell.</returns>
    public static long? Read()
    {
        if (!File.Exists(Status))
        {
            return null;
        }

        var line = File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var kibibytes, "kB"]
            ? long.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024
            : null;
    }
}
