using Lat.Core;

namespace Lat.Detection;

/// <summary>Joins what a pickle says of tensors with the storages that the file has.</summary>
internal static class PyTorchContent
{
    private const int MostFaults = 20;

    /// <param name="format">Zip or legacy.</param>
    /// <param name="root">What the pickle holds.</param>
    /// <param name="path">For messages.</param>
    /// <param name="owner">Closes the file.</param>
    /// <param name="storages">The bytes of each storage in the file, and how to open it at one of them; null where there is no such storage.</param>
    /// <exception cref="LatException">Storages are missing or too short; all are listed.</exception>
    public static CheckpointContent Join(
        CheckpointFormat format, object? root, string path, IDisposable owner, Func<string, (long Length, Func<long, Stream> Open)?> storages)
    {
        var state = new StateDictionary(root, path);
        var tensors = new Dictionary<string, StoredTensor>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (name, tensor) in state.Tensors.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var storage = tensor.Storage;
            var bytes = (storage.ViewOffset + storage.Count) * (storage.Type is { } type ? SafeTensorsType.SizeOf(type) : 1L);
            if (storages(storage.Key) is not { } found)
            {
                faults.Add($"{name}: its storage '{storage.Key}' is missing");
            }
            else if (found.Length < bytes)
            {
                faults.Add(FormattableString.Invariant($"{name}: its storage '{storage.Key}' has {found.Length} of {bytes} bytes"));
            }
            else
            {
                tensors.Add(name, new StoredTensor(tensor.Type, tensor.Shape.ToEquatableArray(), tensor.Strides.ToEquatableArray(), tensor.Offset, found.Open));
            }
        }

        if (faults.Count > 0)
        {
            var more = faults.Count > MostFaults ? $"\n  and {faults.Count - MostFaults} more" : "";
            throw new LatException(
                $"'{path}' is damaged or truncated:\n{string.Join('\n', faults.Take(MostFaults).Select(fault => "  " + fault))}{more}\nFetch or make it again.");
        }

        return new CheckpointContent(format, state.Section, tensors, state.Ignored, owner);
    }
}
