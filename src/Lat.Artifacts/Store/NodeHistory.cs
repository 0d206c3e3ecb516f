using System.Text;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// Per experiment and node the last result, kept beside the store's results so that an explanation can compare with it even when the
/// result itself is gone. No decision to reuse rests on it; garbage collection spares what it names.
/// </summary>
public sealed class NodeHistory
{
    private readonly StoreLayout _layout;
    private readonly StoreFiles _files;

    internal NodeHistory(StoreLayout layout, StoreFiles files) => (_layout, _files) = (layout, files);

    /// <summary>The last result of a node; null where it never ran or its record is unreadable.</summary>
    public StageResult? Last(string experiment, string node)
    {
        try
        {
            return ManifestFormat.Read(File.ReadAllBytes(_layout.History(experiment, node)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Keeps a result as the node's last; costs one small read where it already is. A store that cannot be written keeps its old record:
    /// a run that only reuses must work on it.
    /// </summary>
    public void Record(string experiment, string node, StageResult result)
    {
        var path = _layout.History(experiment, node);
        try
        {
            if (!IsLast(path, result.Key))
            {
                _files.WriteAtomically(path, ManifestFormat.Write(result), durable: true);
            }
        }
        catch (LatException)
        {
            return;
        }
    }

    private static bool IsLast(string path, StageKey key)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"key\": \"{key.Hex}\"")) >= 0 && ManifestFormat.IsWhole(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
