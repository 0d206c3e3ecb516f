using System.Globalization;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Acceptance.Tests;

/// <summary>Damages a store as failing disks and dying processes do.</summary>
/// <param name="store">The store's folder.</param>
/// <param name="random">Decides.</param>
internal sealed class DiskDamage(string store, RandomStream random)
{
    private static readonly string[] _damaged = ["blobs", "blobs", "results", "results", "history", "code"];

    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>Files that were damaged here; whoever sees one sound again takes it out.</summary>
    public ISet<string> Touched => _touched;

    /// <summary>Flips a bit of a file, cuts it short, or deletes it.</summary>
    /// <returns>What was done; null where there is no file yet.</returns>
    public string? Strike()
    {
        var folder = random.NextBool(0.05) ? store : Path.Combine(store, _damaged[random.NextInt(_damaged.Length)]);
        var files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", folder == store ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
        {
            return null;
        }

        var path = files[random.NextInt(files.Count)];
        _touched.Add(path);
        var bytes = UnlockedFile.Read(path);
        var (kind, place) = (bytes.Length == 0 ? 2 : random.NextInt(3), random.NextInt(bytes.Length + 1));
        switch (kind)
        {
            case 0:
                bytes[place % bytes.Length] ^= 1;
                Overwrite(path, bytes);
                break;
            case 1:
                Overwrite(path, bytes[..place]);
                break;
            default:
                File.Delete(path);
                break;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(kind switch { 0 => "flipped", 1 => "cut", _ => "deleted" })} {Path.GetRelativePath(store, path)} at {place}");
    }

    /// <summary>Leaves the lock of a process that is dead, or one that says nothing, where a stage will want it.</summary>
    public string LeaveLock(StageKey key)
    {
        // No process has this number.
        string[] lines =
        [
            "lat lock 1", "0123456789abcdef", int.MaxValue.ToString(CultureInfo.InvariantCulture), Environment.MachineName, Read("/etc/machine-id"),
            Read("/proc/sys/kernel/random/boot_id"), new FileInfo("/proc/self/ns/pid").LinkTarget ?? "", "1", "0000000000000000000",
        ];

        // Nobody knows whose a torn one is: it costs five seconds of watching it.
        var isTorn = random.NextBool(0.1);
        var path = Path.Combine(store, "locks", key.Hex[..2], key.Hex + ".lock");
        Write(path, isTorn ? "" : string.Join('\n', lines));
        return $"{(isTorn ? "torn" : "whole")} {Path.GetRelativePath(store, path)}";
    }

    /// <summary>Leaves the beginnings of files where a stage will work and where it will be published.</summary>
    public string LeaveHalfWritten(StageKey key)
    {
        foreach (var name in (string[])[".order.json", ".answer.json", "weights.safetensors.partial", "images.pack", "annotations.json", "metrics.jsonl", "checkpoint.safetensors"])
        {
            Write(Path.Combine(store, "work", key.Hex, name), $"{{\"half\": \"{random.NextUInt64()}");
        }

        Write(Path.Combine(store, "results", key.Hex[..2], key.Hex, "manifest.json.elsewhere-1-1.tmp"), "{\n  \"schema\": 1,\n  \"key\": ");
        return Path.Combine("work", key.Hex);
    }

    private static string Read(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : "";

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Blobs are read-only; a disk that fails does not ask.</summary>
    private static void Overwrite(string path, byte[] bytes)
    {
        File.SetAttributes(path, FileAttributes.Normal);
        UnlockedFile.Write(path, bytes);
    }
}
