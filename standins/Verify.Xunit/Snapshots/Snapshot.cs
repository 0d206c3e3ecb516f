using System.Collections.Concurrent;
using System.Text;

namespace VerifyTests;

/// <summary>Compares a text with its snapshot.</summary>
internal static class Snapshot
{
    private static readonly ConcurrentDictionary<string, byte> Used = new(StringComparer.Ordinal);

    /// <exception cref="VerifyException">The snapshot is new, or differs, or was already compared with in this run.</exception>
    public static async Task<VerifyResult> VerifyAsync(string text, SnapshotFiles files, VerifySettings settings)
    {
        if (!Used.TryAdd(files.Verified, 0))
        {
            throw new VerifyException(
                $"The prefix has already been used: {Path.Combine(files.Directory, files.Prefix)}. Tell the two apart by UseMethodName or UseParameters.");
        }

        var received = settings.Scrub(text);
        var verified = File.Exists(files.Verified) ? (await File.ReadAllTextAsync(files.Verified)).ReplaceLineEndings("\n") : null;
        if (received == verified)
        {
            File.Delete(files.Received);
            return new VerifyResult(files.Verified, received);
        }

        Directory.CreateDirectory(files.Directory);
        await File.WriteAllTextAsync(files.Received, received, Encoding.UTF8);
        throw new VerifyException(SnapshotDifference.Describe(files, received, verified));
    }
}
