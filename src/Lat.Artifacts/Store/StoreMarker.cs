using System.Globalization;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// The file `store.json` in a store's folder. Who has seen it once and then does not find it stands before an empty mount point, and must not
/// begin a second store there; who reads another layout in it must not touch what it does not know.
/// </summary>
internal sealed class StoreMarker(StoreLayout layout, StoreFiles files)
{
    private const string Opening = "{ \"latStore\": ";
    private const string Ending = " }";

    private volatile bool _seen = files.Disk.Exists(layout.Marker);
    private volatile bool _read;

    /// <summary>Makes the marker of a new store; checks that of one that exists.</summary>
    /// <exception cref="LatException">The store has vanished, is of another layout, or cannot be written.</exception>
    public void Require()
    {
        // Asked before the disk is: what another stage of this process makes after that must not pass for something that has vanished since.
        var wasSeen = _seen;
        if (files.Disk.Exists(layout.Marker))
        {
            _seen = true;
            RequireLayout();
        }
        else if (wasSeen)
        {
            throw new LatException(
                $"The store {layout.Root} has vanished: there is no {layout.Marker} any more. Its disk is no longer mounted, or somebody deleted it. " +
                "Mount it again, then run again: finished stages are kept. To begin a new store there, just run again.");
        }
        else
        {
            files.WriteAtomically(layout.Marker, "{ \"latStore\": 1 }\n"u8.ToArray(), durable: true);
            _seen = true;
            _read = true;
        }
    }

    private void RequireLayout()
    {
        if (_read)
        {
            return;
        }

        // A marker that was damaged says nothing; one that names a later layout does.
        var text = StoreFiles.Guard("read", layout.Marker, () => File.ReadAllText(layout.Marker)).Trim();
        if (text.StartsWith(Opening, StringComparison.Ordinal) && text.EndsWith(Ending, StringComparison.Ordinal) &&
            int.TryParse(text[Opening.Length..^Ending.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1)
        {
            throw new LatException(
                $"The store {layout.Root} is of a layout that this version of Lat does not know ({layout.Marker}: {text}). " +
                "Update Lat, or name another store with --store.");
        }

        _read = true;
    }
}
