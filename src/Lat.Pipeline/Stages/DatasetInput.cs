using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>A dataset on disk as the input of a stage: the relative paths and the content of all its files.</summary>
internal static class DatasetInput
{
    public const string Name = "dataset";

    public static ExternalInput Of(string path) => new(Name, path, Hash);

    /// <summary>
    /// The hash of a file, or of a folder with all its files. What is not there has a hash, too: an experiment can be planned before its data
    /// are downloaded, and its import says then what is missing.
    /// </summary>
    /// <exception cref="LatException">A folder cannot be listed.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ContentHash Hash(string path)
    {
        if (File.Exists(path))
        {
            return ContentHash.OfFile(path);
        }

        var writer = new CanonicalWriter();
        if (!Directory.Exists(path))
        {
            writer.WriteNull();
            return writer.ToHash();
        }

        var faults = new ReadFaults("a dataset", path);
        var folder = DatasetFolder.Open(path, faults);
        var files = folder.Files(folder.Root, "");
        faults.ThrowIfAny();
        var hashes = new ContentHash[files.Count];
        try
        {
            Parallel.For(0, files.Count, index => hashes[index] = ContentHash.OfFile(files[index]));
        }
        catch (AggregateException exception) when (exception.InnerExceptions[0] is IOException or UnauthorizedAccessException)
        {
            throw exception.InnerExceptions[0];
        }

        writer.WriteMap(files.Select((file, index) => KeyValuePair.Create(folder.NameOf(file), hashes[index])), (inner, hash) => inner.WriteHash(hash));
        return writer.ToHash();
    }
}
