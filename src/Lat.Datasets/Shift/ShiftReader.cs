using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads SHIFT's boxes; images stay in their zip files.</summary>
internal sealed class ShiftReader : IDatasetReader
{
    public static readonly string[] Views = ["front", "left_45", "left_90", "left_stereo", "right_45", "right_90"];
    private static readonly string[] Splits = ["train", "val"];
    private static readonly ImageSize Usual = new(1280, 800);

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults("shift", root);
        var builder = new ImportBuilder(ShiftClasses.Space, options, faults);
        foreach (var folder in Folders(root, options, faults))
        {
            ReadView(folder, builder, faults, progress, cancellation);
        }

        return builder.Build(root);
    }

    private static List<string> Folders(string root, ReadOptions options, ReadFaults faults)
    {
        var folder = DatasetFolder.Open(root, faults);
        Refuse(options.Split is { } split && !Splits.Contains(split) ? split : null, "split", Splits, root, faults);
        Refuse(options.Parts.FirstOrDefault(part => !Views.Contains(part)), "view", Views, root, faults);
        if (File.Exists(folder["det_2d.json"]))
        {
            return [folder.Root];
        }

        var found = (options.Split is null ? Splits : [options.Split])
            .SelectMany(wanted => (options.Parts.Count == 0 ? Views : [.. options.Parts]).Select(view => folder["discrete", "images", wanted, view]))
            .Where(view => File.Exists(Path.Join(view, "det_2d.json")))
            .ToList();
        if (found.Count == 0)
        {
            faults.Stop(
                new RecordPlace(root), "there is no discrete/images/{split}/{view}/det_2d.json", "Unpack det_2d here; leave img.zip beside it");
        }

        return found;
    }

    private static void Refuse(string? unknown, string what, string[] known, string root, ReadFaults faults)
    {
        if (unknown is not null)
        {
            faults.Stop(new RecordPlace(root), $"the {what} '{unknown}' is unknown", $"Ask for one of: {string.Join(", ", known)}");
        }
    }

    private static void ReadView(
        string folder, ImportBuilder builder, ReadFaults faults, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var path = Path.Join(folder, "det_2d.json");
        var archive = Path.Join(folder, "img.zip");
        var zip = File.Exists(archive) ? ZipIndex.Open(archive, faults) : null;
        var file = new ScalabelFile(path, faults);
        var unusual = 0L;
        file.Read(
            frame =>
            {
                var place = new RecordPlace(path, "frames", frame.Index);
                if (frame.Name is null || frame.VideoName is null)
                {
                    faults.Add(place.At(frame.Name is null ? "name" : "videoName"), "is missing", "SHIFT names an image by its video and its name");
                    return;
                }

                var name = $"{frame.VideoName}/{frame.Name}";
                var size = ScalabelSize.Check(frame.Size, Usual, place.At("size"), faults);
                unusual += frame.Size is null ? 1 : 0;
                var image = size is not { } known ? null : builder.AddImage(
                    place, name, known, Locate(zip, folder, name), new FrameKey($"{frame.VideoName}/{ViewOf(frame.Name)}", frame.Order ?? frame.Index));
                ScalabelLabels.Add(frame, image, path, builder, faults, ShiftClasses.Find);
            },
            progress,
            cancellation);
        if (unusual > 0 && file.ImageSize is { } size && size != (Usual.Width, Usual.Height))
        {
            faults.Add(
                new RecordPlace(path, "config.imageSize"),
                FormattableString.Invariant($"is {size.Width}x{size.Height}; SHIFT's images are {Usual}"),
                "Give each frame of another size its own 'size'");
        }
    }

    /// <summary>`00000100_img_front.jpg` is of the view `front`: frames of two views are two sequences.</summary>
    private static string ViewOf(string name) =>
        Path.GetFileNameWithoutExtension(name) is var stem && stem.IndexOf("_img_", StringComparison.Ordinal) is >= 0 and var at ? stem[(at + 5)..] : "";

    private static ImageSource? Locate(ZipIndex? zip, string folder, string name)
    {
        if (zip is not null)
        {
            return zip.Find(name);
        }

        return ImageName.ProblemOf(name) is null ? new FileImageSource(Path.Join(folder, "img", name)) : null;
    }
}
