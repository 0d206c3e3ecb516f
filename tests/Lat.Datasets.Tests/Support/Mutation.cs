using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Damages bytes as disks, editors and attackers do; the same seed gives the same damage.</summary>
internal sealed class Mutation(ulong seed)
{
    private static readonly byte[][] Tokens =
    [
        .. new[] { "{", "}", "[", "]", "\"", ",", ":", "-", "0", "1e999", "-1e-999", "NaN", "null", "true", "99999999999999999999", "\\ud800", "\\u0000", "../", "/", "<", ">", "&", "<a>", "</", " ", "\n", "\t", "'", "#" }
            .Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC3],
        [0],
    ];

    private readonly RandomStream _random = new(new Seed(seed));

    public byte[] Apply(byte[] original)
    {
        var bytes = original.ToList();
        for (var count = 1 + _random.NextInt(4); count > 0; count--)
        {
            ApplyOnce(bytes);
        }

        return [.. bytes];
    }

    /// <summary>The content with one token, many times, somewhere in it.</summary>
    public byte[] Repeat(byte[] original, int times)
    {
        var (token, at) = (Tokens[_random.NextInt(Tokens.Length)], _random.NextInt(original.Length + 1));
        return [.. original[..at], .. Enumerable.Repeat(token, times).SelectMany(bytes => bytes), .. original[at..]];
    }

    private void ApplyOnce(List<byte> bytes)
    {
        var at = bytes.Count == 0 ? 0 : _random.NextInt(bytes.Count);
        var length = Math.Min(1 + _random.NextInt(12), bytes.Count - at);
        switch (_random.NextInt(7))
        {
            case 0 when bytes.Count > 0:
                bytes[at] ^= (byte)(1 << _random.NextInt(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4 when bytes.Count > 0:
                bytes[at] = (byte)_random.NextInt(256);
                break;
            case 5:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Tokens[_random.NextInt(Tokens.Length)]);
                break;
            default:
                bytes.InsertRange(at, Tokens[_random.NextInt(Tokens.Length)]);
                break;
        }
    }
}
