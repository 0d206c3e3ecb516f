namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Reads a tensor that <c>Save</c> wrote.</summary>
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        /// <inheritdoc cref="Load(BinaryReader)"/>
        public static Tensor Load(Stream stream) => Load(new BinaryReader(stream));

        /// <inheritdoc cref="Load(BinaryReader)"/>
        public static Tensor Load(string location)
        {
            using var reader = new BinaryReader(File.OpenRead(location));
            return Load(reader);
        }

        /// <summary>Writes the bytes of a contiguous CPU tensor.</summary>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            var address = (byte*)DataPointer();
            for (long done = 0, total = NumberOfElements * ElementSize; done < total;)
            {
                var part = (int)Math.Min(total - done, Math.Max(bufferSize, 1 << 20));
                stream.Write(new ReadOnlySpan<byte>(address + done, part));
                done += part;
            }
        }

        /// <summary>Overwrites the bytes of a contiguous CPU tensor.</summary>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            var address = (byte*)DataPointer();
            for (long done = 0, total = NumberOfElements * ElementSize; done < total;)
            {
                var part = (int)Math.Min(total - done, Math.Max(bufferSize, 1 << 20));
                stream.ReadExactly(new Span<byte>(address + done, part));
                done += part;
            }
        }
    }

    /// <summary>Writes a tensor to a file that <see cref="load"/> reads.</summary>
    public static void save(Tensor t, string location) => t.Save(location);

    /// <summary>Reads a tensor that <see cref="save"/> wrote.</summary>
    public static Tensor load(string location) => Tensor.Load(location);
}
