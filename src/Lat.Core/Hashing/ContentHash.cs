using System.Security.Cryptography;

namespace Lat.Core;

/// <summary>The SHA-256 of some bytes: the name of a blob, and, over a canonical form, the identity of a computation.</summary>
public readonly record struct ContentHash : IComparable<ContentHash>
{
    private readonly string? _hex;

    private ContentHash(string hex) => _hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex => _hex ?? throw new InvalidOperationException("default(ContentHash) is not a hash.");

    /// <summary>The first 12 digits, for people.</summary>
    public string Abbreviated => Hex[..12];

    public static ContentHash Of(ReadOnlySpan<byte> bytes) => FromBytes(SHA256.HashData(bytes));

    public static ContentHash Of(Stream stream) => FromBytes(SHA256.HashData(stream));

    /// <summary>The hash of a file's content, read as a stream.</summary>
    public static ContentHash OfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        return Of(stream);
    }

    /// <param name="digest">The 32 bytes of a SHA-256 digest.</param>
    public static ContentHash FromBytes(ReadOnlySpan<byte> digest) => digest.Length == 32
        ? new ContentHash(Convert.ToHexStringLower(digest))
        : throw new ArgumentException(FormattableString.Invariant($"A SHA-256 digest has 32 bytes, not {digest.Length}."));

    public static bool TryParse(string? text, out ContentHash hash)
    {
        var valid = text is { Length: 64 } && text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');
        hash = valid ? new ContentHash(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">The text is not 64 lower-case hexadecimal digits.</exception>
    public static ContentHash Parse(string text) => TryParse(text, out var hash)
        ? hash
        : throw new FormatException($"Not a SHA-256 hash: '{text}'. A hash is 64 lower-case hexadecimal digits.");

    public byte[] ToBytes() => Convert.FromHexString(Hex);

    public int CompareTo(ContentHash other) => string.CompareOrdinal(Hex, other.Hex);

    public override string ToString() => Hex;

    public static bool operator <(ContentHash left, ContentHash right) => left.CompareTo(right) < 0;
    public static bool operator >(ContentHash left, ContentHash right) => left.CompareTo(right) > 0;
    public static bool operator <=(ContentHash left, ContentHash right) => left.CompareTo(right) <= 0;
    public static bool operator >=(ContentHash left, ContentHash right) => left.CompareTo(right) >= 0;
}
