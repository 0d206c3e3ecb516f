namespace Lat.Artifacts;

/// <summary>Where two files differ.</summary>
/// <param name="FirstOffset">The first byte that differs, from the start of the files; null where they are equal.</param>
/// <param name="DifferingBytes">How many bytes differ; those that only the longer file has count too.</param>
internal sealed record FileDifference(long? FirstOffset, long DifferingBytes)
{
    private const int ChunkSize = 1 << 20;

    /// <exception cref="IOException">A file cannot be read.</exception>
    public static FileDifference Of(string left, string right)
    {
        using var first = new FileStream(left, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var second = new FileStream(right, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var (here, there) = (new byte[ChunkSize], new byte[ChunkSize]);
        var (firstOffset, count, position) = ((long?)null, 0L, 0L);
        while (true)
        {
            var length = first.ReadAtLeast(here, ChunkSize, throwOnEndOfStream: false);
            var other = second.ReadAtLeast(there, ChunkSize, throwOnEndOfStream: false);
            var common = Math.Min(length, other);
            if (here.AsSpan(0, common).CommonPrefixLength(there.AsSpan(0, common)) is var same && same < common)
            {
                firstOffset ??= position + same;
                count += Count(here.AsSpan(same, common - same), there.AsSpan(same, common - same));
            }

            if (length != other)
            {
                // One of them ends here: the rest of the longer one has nothing to be compared with.
                firstOffset ??= position + common;
                return new FileDifference(firstOffset, count + Math.Abs(first.Length - second.Length));
            }

            if (length == 0)
            {
                return new FileDifference(firstOffset, count);
            }

            position += length;
        }
    }

    private static long Count(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var count = 0L;
        for (var index = 0; index < left.Length; index++)
        {
            count += left[index] == right[index] ? 0 : 1;
        }

        return count;
    }
}
