using System.Diagnostics;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Bench.Store;

/// <summary>One large output: hashed plainly, published, verified by another process's eyes.</summary>
internal static class LargeOutput
{
    public static void Measure(string folder, long size)
    {
        var store = new ArtifactStore(Path.Combine(folder, "store"));
        var parts = new StageKeyParts { Kind = "bench", CodeRevision = "1" };
        var work = store.OpenWorkDirectory(parts.ToKey(), out _);
        var file = Path.Combine(work, "large");
        Fill(file, size);
        var plain = Time(() => ContentHash.OfFile(file));
        var again = Time(() => ContentHash.OfFile(file));
        StageResult? result = null;
        var publish = Time(() => result = store.Publish(parts, work, ["large"], new StageMeasurements()));
        var verify = Time(() => new ArtifactStore(store.Directory).VerifiedPath(result!.Outputs[0]));
        var best = plain.Wall < again.Wall ? plain : again;
        Print("SHA-256 of the file", best, best, size);
        Print("publish (hash, fsync, rename)", publish, best, size);
        Print("verify", verify, best, size);
    }

    private static void Fill(string path, long size)
    {
        var stream = new Seed(1).ToStream();
        var block = new byte[1 << 20];
        for (var index = 0; index < block.Length; index++)
        {
            block[index] = (byte)stream.NextInt(256);
        }

        using var file = File.Create(path);
        for (long written = 0; written < size; written += block.Length)
        {
            file.Write(block);
        }
    }

    private static (double Wall, double Processor) Time(Action action)
    {
        using var process = Process.GetCurrentProcess();
        var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        action();
        process.Refresh();
        return (clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static void Print(string what, (double Wall, double Processor) time, (double Wall, double Processor) plain, long size) => Console.WriteLine(
        $"{what,-32} {time.Wall,8:0.000} s  {size / time.Wall / (1 << 20),8:0} MiB/s  processor {time.Processor,7:0.000} s" +
        $"  speed against SHA-256: {plain.Wall / time.Wall:0.00} by the clock, {plain.Processor / time.Processor:0.00} by processor time");
}
