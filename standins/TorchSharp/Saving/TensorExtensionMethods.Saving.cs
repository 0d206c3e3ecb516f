using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes element type, number of dimensions, sizes (all LEB128) and the elements' bytes in row-major order.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var dense = tensor.detach().cpu().contiguous();
        Leb128.Write(writer, (long)dense.dtype);
        var shape = dense.shape;
        Leb128.Write(writer, shape.Length);
        foreach (var size in shape)
        {
            Leb128.Write(writer, size);
        }

        dense.WriteBytesToStream(writer.BaseStream);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, Stream stream) => Save(tensor, new BinaryWriter(stream));

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        Save(tensor, writer);
    }

    /// <summary>Reads what <see cref="Save(Tensor, BinaryWriter)"/> wrote; with <paramref name="skip"/>, passes over it.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        var (type, shape) = Header(reader);
        if (skip)
        {
            reader.BaseStream.Seek(shape.TotalSize() * type.ElementSize(), SeekOrigin.Current);
            return empty(shape, type, META);
        }

        var tensor = empty(shape, type, CPU);
        tensor.ReadBytesFromStream(reader.BaseStream);
        return tensor;
    }

    /// <summary>Reads into a tensor of the same sizes and type.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using var loaded = Load(reader, skip);
        if (skip)
        {
            return;
        }

        if (!loaded.shape.AsSpan().SequenceEqual(tensor.shape) || loaded.dtype != tensor.dtype)
        {
            throw new ArgumentException($"The file holds {loaded}, the tensor is {tensor}.");
        }

        using var still = no_grad();
        tensor.copy_(loaded);
    }

    private static (ScalarType Type, long[] Shape) Header(BinaryReader reader)
    {
        var type = (ScalarType)Leb128.Read(reader);
        if (!Enum.IsDefined(type))
        {
            throw new InvalidDataException($"{(int)type} is no element type; the file is no tensor of this package.");
        }

        var dimensions = Leb128.Read(reader);
        if (dimensions > 64)
        {
            throw new InvalidDataException($"{dimensions} dimensions; the file is no tensor of this package.");
        }

        var shape = new long[dimensions];
        for (var d = 0; d < shape.Length; d++)
        {
            shape[d] = Leb128.Read(reader);
        }

        return (type, shape);
    }
}
