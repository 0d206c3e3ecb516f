using System.Security.Cryptography;
using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// An open checkpoint of any known format, found by its content. Opening reads names, types and shapes only; a tensor's numbers are read when
/// asked for. Nothing in a checkpoint is executed. Names follow these rules:
/// a mapping under `model`, `state_dict` or `model_state_dict` (the first that holds a tensor) is taken instead of what surrounds it;
/// mappings inside are joined by dots; a `module.` or `_orig_mod.` that every name begins with (as wrappers of PyTorch leave it) is removed.
/// </summary>
public sealed class CheckpointFile : IDisposable
{
    private static readonly string[] WrapperPrefixes = ["module.", "_orig_mod."];

    private readonly CheckpointContent _content;
    private readonly string _path;

    private CheckpointFile(string path, CheckpointContent content)
    {
        (_path, _content) = (path, content);
        Prefix = PrefixOf(content.Tensors.Keys);
        Entries = content.Tensors
            .Select(tensor => new CheckpointEntry(tensor.Key[Prefix.Length..], tensor.Value.Type, tensor.Value.Shape))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>The format.</summary>
    public CheckpointFormat Format => _content.Format;

    /// <summary>The key of the nested mapping that holds the tensors; null where they lie at the top.</summary>
    public string? Section => _content.Section;

    /// <summary>What was removed from the beginning of every name; empty where nothing was.</summary>
    public string Prefix { get; }

    /// <summary>The tensors in ordinal order of the names.</summary>
    public EquatableArray<CheckpointEntry> Entries { get; }

    /// <summary>What else is in the file and was passed over: numbers, texts, the state of an optimizer. In ordinal order.</summary>
    public EquatableArray<string> Ignored => _content.Ignored;

    /// <summary>Opens a safetensors file or a PyTorch checkpoint, old or new.</summary>
    /// <exception cref="LatException">
    /// The file is missing, truncated, damaged or no checkpoint, or its pickle asks for something that is no tensor.
    /// </exception>
    public static CheckpointFile Open(string path) => new(path, CheckpointFormats.Read(path));

    /// <summary>A new tensor on the CPU.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    /// <exception cref="LatException">The file was cut off meanwhile, or the tensor is larger than 2 GiB.</exception>
    public Tensor Read(string name)
    {
        var stored = Stored(name);
        using var stream = Opened(name, stored);
        var result = empty([.. stored.Shape], stored.Type);
        try
        {
            stream.ReadExactly(result.bytes);
            return result;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            result.Dispose();
            throw Cut(name, exception);
        }
    }

    /// <summary>Copies into a tensor of the same shape, on any device and of any type.</summary>
    /// <inheritdoc cref="Read"/>
    public void ReadInto(string name, Tensor target)
    {
        using var frozen = no_grad();
        using var read = Read(name);
        target.copy_(read);
    }

    /// <summary>The SHA-256 of a tensor's numbers in row-major order, little-endian: the same in every format, and for every view.</summary>
    /// <inheritdoc cref="Read"/>
    public ContentHash HashOf(string name)
    {
        var stored = Stored(name);
        using var stream = Opened(name, stored);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        try
        {
            for (var left = stored.ElementCount * SafeTensorsType.SizeOf(stored.Type); left > 0;)
            {
                var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                stream.ReadExactly(part);
                hash.AppendData(part);
                left -= part.Length;
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw Cut(name, exception);
        }

        return ContentHash.FromBytes(hash.GetHashAndReset());
    }

    public void Dispose() => _content.Owner.Dispose();

    private static string PrefixOf(IEnumerable<string> names) =>
        WrapperPrefixes.FirstOrDefault(prefix => names.Any() && names.All(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length)) ?? "";

    private StoredTensor Stored(string name) => _content.Tensors.GetValueOrDefault(Prefix + name)
        ?? throw new KeyNotFoundException($"No tensor '{name}' in '{_path}'.");

    private Stream Opened(string name, StoredTensor stored)
    {
        if (stored.ElementCount * SafeTensorsType.SizeOf(stored.Type) > Array.MaxLength)
        {
            throw new LatException($"The tensor '{name}' in '{_path}' is larger than 2 GiB, the most that is read.");
        }

        try
        {
            return stored.Open();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw Cut(name, exception);
        }
    }

    private LatException Cut(string name, Exception exception) =>
        new($"The tensor '{name}' in '{_path}' cannot be read: {exception.Message} Fetch or make the file again.", exception);
}
