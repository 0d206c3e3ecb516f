using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// The safetensors format (8 bytes of header length, a JSON header, raw little-endian numbers). Written with names in ordinal order, so that
/// equal tensors are equal bytes; written aside and moved, so that a file is whole or absent.
/// </summary>
public static class SafeTensorsFile
{
    /// <summary>Writes tensors of any device.</summary>
    /// <param name="path">Replaced if it exists.</param>
    /// <param name="tensors">By name; names are unique.</param>
    /// <param name="metadata">Texts to keep beside them.</param>
    public static void Write(
        string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        Write(path, tensors, metadata, seal: null);

    /// <summary>The same, sealed.</summary>
    /// <param name="path">Replaced if it exists.</param>
    /// <param name="tensors">By name; names are unique.</param>
    /// <param name="metadata">Texts to keep beside them.</param>
    /// <param name="seal">
    /// The name of the tensor whose content becomes the SHA-256 of all bytes before it: U8 [32], and in ordinal order the last. Null for none.
    /// </param>
    internal static void Write(
        string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata, string? seal)
    {
        var ordered = tensors.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var temporary = path + ".partial";
        using var hash = seal is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            var header = HeaderOf(ordered, metadata);
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            Put(stream, hash, length);
            Put(stream, hash, header);
            foreach (var (name, tensor) in ordered)
            {
                if (name == seal)
                {
                    stream.Write(hash!.GetHashAndReset());
                    continue;
                }

                using var detached = tensor.detach();
                using var host = detached.cpu();
                using var whole = host.contiguous();
                Put(stream, hash, whole.bytes);
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads the header; tensors are read when asked for.</summary>
    /// <exception cref="LatException">The file is missing, truncated or no safetensors file.</exception>
    public static SafeTensorsReader Open(string path) => new(path);

    private static void Put(FileStream stream, IncrementalHash? hash, ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        hash?.AppendData(bytes);
    }

    private static byte[] HeaderOf(List<KeyValuePair<string, Tensor>> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is not null)
            {
                json.WriteStartObject("__metadata__");
                foreach (var (key, value) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }

            var offset = 0L;
            foreach (var (name, tensor) in tensors)
            {
                var length = tensor.NumberOfElements * SafeTensorsType.SizeOf(tensor.dtype);
                WriteEntry(json, name, tensor, offset, offset + length);
                offset += length;
            }

            json.WriteEndObject();
        }

        // Readers map the numbers in place, which wants them aligned.
        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    private static void WriteEntry(Utf8JsonWriter json, string name, Tensor tensor, long start, long end)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", SafeTensorsType.NameOf(tensor.dtype));
        json.WriteStartArray("shape");
        foreach (var side in tensor.shape)
        {
            json.WriteNumberValue(side);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(start);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
