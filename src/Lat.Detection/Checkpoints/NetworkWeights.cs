using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>A network's parameters and buffers, to and from a safetensors file under their names.</summary>
public static class NetworkWeights
{
    public static void Save(nn.Module network, string path) =>
        SafeTensorsFile.Write(path, NetworkState.Of(network).Select(entry => KeyValuePair.Create(entry.Name, entry.Tensor)));

    /// <summary>Fills a network. Nothing is changed unless every name and shape fits.</summary>
    /// <exception cref="LatException">Names are missing or unexpected, or shapes differ; all of them are listed.</exception>
    public static void Load(nn.Module network, string path)
    {
        using var checkpoint = CheckpointFile.Open(path);
        Load(network, checkpoint, path);
    }

    /// <summary>The same from a checkpoint of any format whose names are the network's.</summary>
    /// <exception cref="LatException">Names are missing or unexpected, or shapes differ; all of them are listed.</exception>
    public static void Load(nn.Module network, CheckpointFile checkpoint, string path) =>
        new WeightMatch(NetworkState.Of(network), checkpoint.Entries.Select(entry => (entry.Name, entry))).Load(checkpoint, path);

    /// <summary>The same for the names that begin with a prefix.</summary>
    internal static void Load(IReadOnlyList<(string Name, Tensor Tensor)> targets, SafeTensorsReader reader, string prefix, string path)
    {
        var faults = new List<string>();
        foreach (var (name, target) in targets)
        {
            var entry = reader.Find(prefix + name);
            if (entry is null)
            {
                faults.Add($"missing: {name} [{string.Join(", ", target.shape)}]");
            }
            else if (!entry.Shape.AsSpan().SequenceEqual(target.shape))
            {
                faults.Add($"wrong shape: {name} is [{string.Join(", ", entry.Shape)}], the network has [{string.Join(", ", target.shape)}]");
            }
        }

        var known = targets.Select(target => prefix + target.Name).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(reader.Entries
            .Where(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal) && !known.Contains(entry.Name))
            .Select(entry => $"unexpected: {entry.Name} {entry.Form}"));
        if (faults.Count > 0)
        {
            throw new LatException(
                $"The weights in '{path}' are of another network:\n{string.Join('\n', faults.Select(fault => "  " + fault))}");
        }

        foreach (var (name, target) in targets)
        {
            reader.ReadInto(prefix + name, target);
        }
    }
}
