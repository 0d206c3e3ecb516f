using System.Globalization;
using System.Runtime.InteropServices;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Facts about this machine, to be kept beside a result.</summary>
public static class MachineFacts
{
    /// <summary>Operating system, architecture, processor, cores and runtime.</summary>
    public static EquatableArray<SpecField> Read() =>
    [
        new("cores", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
        new("dotnet", Environment.Version.ToString()),
        new("host", Environment.MachineName),
        new("os", RuntimeInformation.OSDescription),
        new("processor", $"{ReadProcessorName()} ({RuntimeInformation.ProcessArchitecture})"),
    ];

    private static string ReadProcessorName()
    {
        const string File = "/proc/cpuinfo";
        try
        {
            var line = System.IO.File.Exists(File)
                ? System.IO.File.ReadLines(File).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal))
                : null;
            return line is null ? "unknown" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
