using Lat.Core;

namespace Lat.Artifacts;

/// <summary>
/// The listings of the code that a store's results were made by, so that an explanation can name the method that changed. Evidence for
/// people only: it may be deleted at any time, and an explanation then says that the code changed, and no more.
/// </summary>
/// <param name="storeDirectory">The store's folder; the listings lie in `code/`.</param>
public sealed class CodeArchive(string storeDirectory)
{
    /// <summary>Keeps a listing where it is not there yet. A store that cannot be written goes without.</summary>
    public void Keep(CodeListing listing)
    {
        var path = PathOf(listing.Identity);
        if (File.Exists(path))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            CodeListingFile.Write(path, listing);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>The listing of a code revision; null where the store has none.</summary>
    public CodeListing? Find(string codeRevision) =>
        CodeRevision.TryParse(codeRevision) is { } revision ? CodeListingFile.Read(PathOf(revision.Identity), revision.Identity) : null;

    /// <summary>Whether the listing of an identity is there.</summary>
    public bool Has(ContentHash identity) => File.Exists(PathOf(identity));

    private string PathOf(ContentHash identity) => Path.Combine(storeDirectory, "code", identity.Hex[..2], identity.Hex + ".gz");
}
