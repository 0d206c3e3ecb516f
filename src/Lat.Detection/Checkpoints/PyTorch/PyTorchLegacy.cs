using System.Buffers.Binary;
using System.Numerics;
using Lat.Core;
using Microsoft.Win32.SafeHandles;

namespace Lat.Detection;

/// <summary>
/// PyTorch's format before 1.6: pickles of a magic number, a version, facts of the machine, the object, and the keys of the storages;
/// then each storage as the number of its elements (8 bytes) and its bytes.
/// </summary>
internal static class PyTorchLegacy
{
    private const long Version = 1001;

    private static readonly BigInteger Magic = BigInteger.Parse("119547037146038801333356", System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="file">Owned by the result.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="LatException">The file is cut off or something else, or its pickle is refused.</exception>
    public static CheckpointContent Read(SafeFileHandle file, string path)
    {
        var input = new PickleInput(new BufferedStream(new FileSegment(file, 0), 1 << 16), path);
        if (Next(input) is not BigInteger magic || magic != Magic)
        {
            throw new LatException($"'{path}' is a pickle, but not one of PyTorch's. Save the weights with torch.save(model.state_dict(), \"weights.pth\").");
        }

        if (Next(input) is not Version)
        {
            throw input.Fault($"the version is not {Version}");
        }

        if (Next(input) is not PickleMapping facts || facts.Find("little_endian") is not bool isLittle)
        {
            throw input.Fault("the facts of the machine are not there");
        }

        if (!isLittle)
        {
            throw new LatException($"'{path}' was written on a big-endian machine; only little-endian checkpoints are read. Save it again on another machine.");
        }

        var reader = new PickleMachine(input);
        var root = reader.Run();
        var keys = Next(input) as List<object?> ?? throw input.Fault("the list of the storages is not there");
        var storages = Storages(file, input, reader.ElementSizes, keys);
        return PyTorchContent.Join(CheckpointFormat.PyTorchLegacy, root, path, file, key => storages.TryGetValue(key, out var storage)
            ? (storage.Length, start => new FileSegment(file, storage.Start + start))
            : null);
    }

    private static object? Next(PickleInput input) => new PickleMachine(input).Run();

    /// <summary>Where each storage lies; its element size is known from the object's pickle only. What is cut off is told by its length.</summary>
    private static Dictionary<string, (long Start, long Length)> Storages(
        SafeFileHandle file, PickleInput input, IReadOnlyDictionary<string, int> sizes, List<object?> keys)
    {
        var found = new Dictionary<string, (long Start, long Length)>(StringComparer.Ordinal);
        var (position, end) = (input.Position, RandomAccess.GetLength(file));
        var count = new byte[8];
        foreach (var key in keys)
        {
            if (key is not string name || !sizes.TryGetValue(name, out var size))
            {
                throw input.Fault("the list of the storages names one that the object lacks");
            }

            if (RandomAccess.Read(file, count, position) < count.Length)
            {
                break;
            }

            position += count.Length;
            var elements = BinaryPrimitives.ReadInt64LittleEndian(count);
            if (elements < 0 || elements > long.MaxValue / size)
            {
                throw input.Fault($"the storage '{name}' has {elements} elements");
            }

            found[name] = (position, Math.Min(elements * size, end - position));
            position += elements * size;
            if (position > end)
            {
                break;
            }
        }

        return found;
    }
}
