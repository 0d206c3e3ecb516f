using System.Security.Cryptography;
using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// The end of a training's checkpoint: the SHA-256 of all bytes before it, kept as the last tensor, so that the file is a safetensors file like any other.
/// Not in the metadata, since that stands before what the checksum is of; not in a second file, since a kill could part the two.
/// </summary>
internal static class CheckpointSeal
{
    /// <summary>The tensor's name: in ordinal order after those of network, average and optimizer.</summary>
    public const string Name = "sha256";

    private const int Length = SHA256.HashSizeInBytes;

    /// <summary>A tensor of the seal's form, U8 [32]; what it holds says nothing.</summary>
    public static Tensor Place() => empty([Length], ScalarType.Byte);

    /// <summary>Reads the whole file once.</summary>
    /// <returns>What is wrong with the file, to follow its name; null where its content is what was written.</returns>
    /// <exception cref="IOException">The disk does not give the file's bytes.</exception>
    public static string? FaultOf(string path)
    {
        if (IsIntact(path))
        {
            return null;
        }

        try
        {
            using var reader = SafeTensorsFile.Open(path);
            return reader.Find(Name) is null ? "has no checksum" : "is damaged: its content does not have the checksum that it ends with";
        }
        catch (LatException)
        {
            return $"is cut off, damaged or another file: its {new FileInfo(path).Length} bytes are no checkpoint";
        }
    }

    private static bool IsIntact(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var left = stream.Length - Length;
        if (left < 0)
        {
            return false;
        }

        for (var buffer = new byte[1 << 20]; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            stream.ReadExactly(part);
            hash.AppendData(part);
            left -= part.Length;
        }

        Span<byte> seal = stackalloc byte[Length];
        stream.ReadExactly(seal);
        return seal.SequenceEqual(hash.GetHashAndReset());
    }
}
