using System.Globalization;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// Knows the machine without loading the native library: a worker is asked once, and its answer kept until the library, the driver or the
/// worker changes.
/// </summary>
/// <param name="worker">The program and arguments that start a worker.</param>
/// <param name="memoryFile">Where the answer is kept.</param>
public sealed class MachineProbe(EquatableArray<string> worker, string memoryFile)
{
    private static readonly string[] LibraryPlaces =
    [
        "/usr/lib/x86_64-linux-gnu/libtorch_cpu.so", "/usr/lib/aarch64-linux-gnu/libtorch_cpu.so", "/proc/driver/nvidia/version",
    ];

    /// <exception cref="LatException">The worker cannot start; its message is in this one.</exception>
    public MachineDescription Describe()
    {
        var circumstances = Circumstances();
        if (File.Exists(memoryFile)
            && File.ReadAllText(memoryFile).Split('\n', 2) is [var remembered, var json]
            && remembered == circumstances
            && MachineDescription.FromJson(json) is { } known)
        {
            return known;
        }

        var answer = WorkerProcess.Capture(worker, ["machine", "--json"]);
        var description = MachineDescription.FromJson(answer)
            ?? throw new LatException($"The worker '{string.Join(' ', worker)} machine --json' gave no description of the machine:\n{answer}");
        Directory.CreateDirectory(Path.GetDirectoryName(memoryFile)!);
        var partial = memoryFile + ".partial";
        File.WriteAllText(partial, $"{circumstances}\n{description.ToJson()}");
        File.Move(partial, memoryFile, overwrite: true);
        return description;
    }

    private string Circumstances() => string.Join(' ', LibraryPlaces.Append(worker[^1]).Select(Stamp)
        .Append(Environment.GetEnvironmentVariable("LIBTORCH") ?? "")
        .Append(Environment.GetEnvironmentVariable("CUDA_VISIBLE_DEVICES") ?? ""));

    // A time stamp is no evidence of content, but here it only decides whether to ask again.
    private static string Stamp(string path) => File.Exists(path)
        ? string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length}@{File.GetLastWriteTimeUtc(path).Ticks}")
        : "-";
}
