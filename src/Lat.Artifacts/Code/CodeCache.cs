using System.Text;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// Remembers what an analysis found, beside the program that it analysed: as long as every assembly that it rests on is the same byte for
/// byte, its answers hold. A memory that is damaged, old or out of reach costs the time of an analysis and nothing else. Safe for several
/// threads and processes.
/// </summary>
/// <param name="programFolder">Where the assemblies lie.</param>
/// <param name="memoryFolder">Where the answers are kept: whoever can write there must be one who can replace the program.</param>
/// <param name="prefix">As in <see cref="CodeAnalysis"/>.</param>
public sealed class CodeCache(string programFolder, string memoryFolder, string prefix = "Lat.")
{
    private const string Opening = "lat code 1";

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, ContentHash?> _files = new(StringComparer.Ordinal);
    private Dictionary<string, ContentHash>? _identities;
    private CodeAnalysis? _analysis;

    /// <summary>How many listings were worked out here, rather than remembered.</summary>
    public int Analysed { get; private set; }

    private string Index => Path.Combine(memoryFolder, "index");

    /// <summary>The identity of what runs when a method is called on an object of a type.</summary>
    /// <inheritdoc cref="CodeAnalysis.ListingOf"/>
    public ContentHash IdentityOf(string assembly, string type, string entry)
    {
        lock (_lock)
        {
            _identities ??= Remembered();
            return _identities.TryGetValue($"{assembly} {type} {entry}", out var known) ? known : Analyse(assembly, type, entry).Identity;
        }
    }

    /// <inheritdoc cref="CodeAnalysis.ListingOf"/>
    public CodeListing ListingOf(string assembly, string type, string entry)
    {
        lock (_lock)
        {
            return CodeListingFile.Read(ListingPath(IdentityOf(assembly, type, entry)), IdentityOf(assembly, type, entry)) ?? Analyse(assembly, type, entry);
        }
    }

    /// <summary>Where an assembly lies in a program's folder. Here, so that who finds all answers remembered does not load what reads assemblies.</summary>
    internal static string PathOf(string folder, string assembly) => Path.Combine(folder, assembly + ".dll");

    private string ListingPath(ContentHash identity) => Path.Combine(memoryFolder, identity.Hex + ".gz");

    private CodeListing Analyse(string assembly, string type, string entry)
    {
        _analysis ??= new CodeAnalysis(programFolder, prefix);
        var listing = _analysis.ListingOf(assembly, type, entry);
        Analysed++;
        _identities![$"{assembly} {type} {entry}"] = listing.Identity;
        foreach (var (name, hash) in _analysis.Files)
        {
            _files[name] = hash;
        }

        try
        {
            Directory.CreateDirectory(memoryFolder);
            CodeListingFile.Write(ListingPath(listing.Identity), listing);
            CodeListingFile.WriteWhole(Index, Encoding.UTF8.GetBytes(IndexText(_identities)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The program's folder may be read-only: then every start works it out anew.
            return listing;
        }

        return listing;
    }

    private string IndexText(Dictionary<string, ContentHash> identities)
    {
        var text = new StringBuilder(Opening).Append('\n');
        foreach (var (name, hash) in _files)
        {
            text.Append("file ").Append(name).Append(' ').Append(hash?.Hex ?? "-").Append('\n');
        }

        foreach (var (name, identity) in identities.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append("code ").Append(name).Append(' ').Append(identity.Hex).Append('\n');
        }

        return $"{text}checksum {ContentHash.Of(Encoding.UTF8.GetBytes(text.ToString())).Hex}\n";
    }

    private Dictionary<string, ContentHash> Remembered()
    {
        var identities = new Dictionary<string, ContentHash>(StringComparer.Ordinal);
        try
        {
            var text = File.ReadAllText(Index);
            var end = text.LastIndexOf("checksum ", StringComparison.Ordinal);
            if (end < 0 || text[(end + 9)..].TrimEnd('\n') != ContentHash.Of(Encoding.UTF8.GetBytes(text[..end])).Hex)
            {
                return [];
            }

            var lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
            var files = lines.Where(parts => parts[0] == "file").ToDictionary(parts => parts[1], parts => parts[2], StringComparer.Ordinal);
            if (string.Join(' ', lines[0]) != Opening || !files.All(file => Holds(file.Key, file.Value)))
            {
                return [];
            }

            foreach (var parts in lines.Where(parts => parts[0] == "code"))
            {
                identities.Add(string.Join(' ', parts[1..^1]), ContentHash.Parse(parts[^1]));
            }

            foreach (var (name, hash) in files)
            {
                _files[name] = hash == "-" ? null : ContentHash.Parse(hash);
            }

            return identities;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            return [];
        }
    }

    private bool Holds(string assembly, string hash)
    {
        var path = PathOf(programFolder, assembly);
        return File.Exists(path) ? ContentHash.OfFile(path).Hex == hash : hash == "-";
    }
}
