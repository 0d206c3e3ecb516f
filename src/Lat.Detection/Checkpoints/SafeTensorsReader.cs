using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>An open safetensors file: its header, and its tensors one at a time.</summary>
public sealed class SafeTensorsReader : IDisposable
{
    private readonly FileStream _stream;
    private readonly string _path;
    private readonly Dictionary<string, SafeTensorsEntry> _byName;

    internal SafeTensorsReader(string path)
    {
        _path = path;
        try
        {
            _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LatException($"No weights at '{path}'.", exception);
        }

        try
        {
            (Entries, Metadata) = SafeTensorsHeader.Read(_stream, path);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }

        _byName = Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>In ordinal order of the names.</summary>
    public EquatableArray<SafeTensorsEntry> Entries { get; }

    /// <summary>The texts beside the tensors; empty where there are none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The entry of a name, or null.</summary>
    public SafeTensorsEntry? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>A new tensor on the CPU.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public Tensor Read(string name)
    {
        var entry = Find(name) ?? throw new KeyNotFoundException($"No tensor '{name}' in '{_path}'.");
        var result = empty([.. entry.Shape], entry.Type);
        _stream.Position = entry.Offset;
        _stream.ReadExactly(result.bytes);
        return result;
    }

    /// <summary>Copies into a tensor of the same shape, on any device and of any type.</summary>
    public void ReadInto(string name, Tensor target)
    {
        using var frozen = no_grad();
        using var read = Read(name);
        target.copy_(read);
    }

    public void Dispose() => _stream.Dispose();
}
