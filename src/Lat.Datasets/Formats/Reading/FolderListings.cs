namespace Lat.Datasets;

/// <summary>
/// Answers which files there are. A folder that is asked about often is listed once, so that what it lacks costs no more questions to the
/// disk. One per reading; one thread at a time.
/// </summary>
internal sealed class FolderListings
{
    private const int QuestionsBeforeListing = 16;
    private readonly Dictionary<string, Listing> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Listing>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public FolderListings() => _lookup = _folders.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether there is a file, or a link that leads to one.</summary>
    /// <param name="path">Its full path.</param>
    public bool Has(string path)
    {
        var split = path.LastIndexOf(Path.DirectorySeparatorChar);

        // Other systems may find a file under more than one spelling of its name.
        if (split < 0 || !OperatingSystem.IsLinux())
        {
            return ReachableFile.Exists(path);
        }

        if (!_lookup.TryGetValue(path.AsSpan(0, split), out var listing))
        {
            _folders.Add(path[..split], listing = new Listing(path[..split]));
        }

        return listing.MayHave(path.AsSpan(split + 1)) && ReachableFile.Exists(path);
    }

    private sealed class Listing(string folder)
    {
        private int _questions;
        private HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _names;

        /// <summary>False only where the folder surely lacks the file.</summary>
        public bool MayHave(ReadOnlySpan<char> name)
        {
            if (_questions++ == QuestionsBeforeListing)
            {
                _names = List()?.GetAlternateLookup<ReadOnlySpan<char>>();
            }

            return _names is not { } names || names.Contains(name);
        }

        private HashSet<string>? List()
        {
            try
            {
                return Directory.Exists(folder)
                    ? Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal)
                    : new HashSet<string>(StringComparer.Ordinal);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A folder may be closed to listing, but not to reading.
                return null;
            }
        }
    }
}
