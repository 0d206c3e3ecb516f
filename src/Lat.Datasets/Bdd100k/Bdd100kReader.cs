using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads BDD100K's detection labels: one file a split, or the older file an image.</summary>
internal sealed class Bdd100kReader : IDatasetReader
{
    public const string Det20 = "det_20";
    public const string PerImage = "100k";
    private static readonly ImageSize Usual = new(1280, 720);

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults("bdd100k", root);
        var builder = new ImportBuilder(Bdd100kClasses.Space, options, faults);
        var files = Bdd100kFiles.Find(root, options, faults);
        var listings = new FolderListings();
        var done = 0L;
        foreach (var (path, images) in files)
        {
            if (files.Count > 2 && done++ % 256 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ReadProgress("reading label files", done, files.Count));
            }

            ReadFile(path, images, listings, builder, faults, files.Count > 2 ? null : progress, cancellation);
        }

        return builder.Build(root);
    }

    private static void ReadFile(
        string path, IReadOnlyList<string> images, FolderListings listings, ImportBuilder builder, ReadFaults faults,
        IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var file = new ScalabelFile(path, faults);
        file.Read(frame => Add(frame, file, path, images, listings, builder, faults), progress, cancellation);
    }

    private static void Add(
        ScalabelFrame frame, ScalabelFile file, string path, IReadOnlyList<string> images, FolderListings listings, ImportBuilder builder, ReadFaults faults)
    {
        var place = new RecordPlace(path, "frames", frame.Index);
        var name = frame.Name ?? file.Name ?? (frame.Index == 0 ? Path.GetFileNameWithoutExtension(path) : null);
        if (name is null)
        {
            faults.Add(place.At("name"), "is missing", "Name the image's file there");
            return;
        }

        // The older files name the image without its ending.
        name = Path.HasExtension(name) ? name : name + ".jpg";
        if (!frame.HasLabels)
        {
            faults.Count("images without labels");
        }

        if (ScalabelSize.Check(frame.Size, Usual, place.At("size"), faults) is not { } size)
        {
            return;
        }

        var (source, isThere) = ImageName.ProblemOf(name) is null ? Locate(images, listings, name) : default;
        ScalabelLabels.Add(
            frame, builder.AddImage(place, name, size, source, isThere: isThere), path, builder, faults, Bdd100kClasses.Find);
    }

    private static (FileImageSource Source, bool IsThere) Locate(IReadOnlyList<string> folders, FolderListings listings, string name)
    {
        foreach (var folder in folders)
        {
            var path = Path.Join(folder, name);
            if (listings.Has(path))
            {
                return (new FileImageSource(path), true);
            }
        }

        return (new FileImageSource(Path.Join(folders[^1], name)), false);
    }
}
