using System.Diagnostics;
using System.Globalization;

namespace Lat.Bench;

/// <summary>Our half of compare.py: runs a case whenever it is asked to, and answers what that took.</summary>
internal static class CaseServer
{
    public static void Serve(IReadOnlyDictionary<string, Action> cases)
    {
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(line == "memory" ? PeakMemory() : Run(cases[line["run ".Length..]]));
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"ours: {GC.CollectionCount(0)} collections paused {GC.GetTotalPauseDuration().TotalMilliseconds:F1} ms of {Environment.CpuUsage.TotalTime.TotalMilliseconds:F0} ms of CPU time"));
    }

    private static string Run(Action body)
    {
        var (wall, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        body();
        var (seconds, used) = (Stopwatch.GetElapsedTime(wall).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds:R} {used:R}");
    }

    /// <summary>KiB, as the kernel counted them.</summary>
    private static string PeakMemory() =>
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
}
