using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads a YOLO folder: data.yaml, images, and a label file for each image that has objects.</summary>
internal sealed class YoloReader : IDatasetReader
{
    private const int ReportEvery = 512;
    private static readonly string[] Names = ["data.yaml", "data.yml", "dataset.yaml"];

    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults("yolo", root);
        var description = YoloDescription.Read(FileOf(root, faults), faults);
        var splits = description.Splits.Where(split => options.Split is null || split.Split == options.Split).ToList();
        if (splits.Count == 0)
        {
            var known = string.Join(", ", description.Splits.Select(split => split.Split));
            var problem = options.Split is null ? "names no train, val or test" : $"names no split '{DataYaml.Shorten(options.Split)}'";
            faults.Stop(new RecordPlace(description.File), problem, options.Split is null ? "Add where the images are" : $"Ask for one of: {known}");
        }

        var images = new YoloImages(description, faults).Find(splits);
        var provenance = YoloProvenance.Read(description.Root, splits.Select(split => split.Split), faults);
        var builder = new ImportBuilder(description.Classes, options, faults);
        var done = 0L;
        foreach (var image in images.Select(found => YoloLabelsWithoutImage.Named(found, provenance)))
        {
            if (done++ % ReportEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ReadProgress("reading labels", done, images.Count));
            }

            Add(image, provenance.GetValueOrDefault(image.Name), description, builder, options, faults);
        }

        return builder.Build(root);
    }

    private static string FileOf(string root, ReadFaults faults)
    {
        if (File.Exists(root))
        {
            return root;
        }

        var folder = DatasetFolder.Open(root, faults);
        return Names.Select(name => folder[name]).FirstOrDefault(File.Exists) ?? throw faults.Stop(
            new RecordPlace(root), $"there is none of {string.Join(", ", Names)}", "Name the folder that holds it, or the file itself");
    }

    private static void Add(
        YoloImage image, YoloImageRecord? record, YoloDescription description, ImportBuilder builder, ReadOptions options, ReadFaults faults)
    {
        var place = image.Listed ?? new RecordPlace(image.Path);
        var source = new FileImageSource(image.Path);
        if (!source.Exists && options.MissingImages != MissingImagePolicy.LabelsOnly)
        {
            builder.AddImage(place, image.Name, new ImageSize(1, 1), source);
            return;
        }

        if (SizeOf(source, record, place, faults) is not { } size)
        {
            return;
        }

        var entry = builder.AddImage(place, image.Name, size, source);
        if (!File.Exists(image.Labels))
        {
            faults.Count("images without a label file: no objects");
            return;
        }

        var boxes = YoloLabelFile.Read(image.Labels, size, faults);
        if (record is not null && record.Labels.Count != boxes.Count)
        {
            faults.Warn(
                "provenance passed over: labels changed",
                new RecordPlace(image.Labels),
                FormattableString.Invariant($"has {boxes.Count} boxes, its provenance {record.Labels.Count}"),
                "Nothing need be done if the labels were edited");
            record = null;
        }

        for (var index = 0; entry is not null && index < boxes.Count; index++)
        {
            var (line, box, classIndex, confidence) = boxes[index];
            if (classIndex >= description.Classes.Count)
            {
                builder.AddUnknownClass(
                    new RecordPlace(image.Labels, "line", line),
                    FormattableString.Invariant($"is of class {classIndex}; data.yaml names {description.Classes.Count}, from 0"),
                    "Correct the class, or data.yaml");
                continue;
            }

            var label = new Annotation(default, classIndex) { Confidence = confidence };
            var (exact, full) = record?.Labels[index].ApplyTo(box, label, size) ?? (box, label);
            builder.AddBox(entry, new RecordPlace(image.Labels, "line", line), exact, full);
        }
    }

    /// <summary>The format has no sizes: they are those of the pixels, or, without pixels, what Lat wrote beside the labels.</summary>
    private static ImageSize? SizeOf(FileImageSource source, YoloImageRecord? record, RecordPlace place, ReadFaults faults)
    {
        if (!source.Exists)
        {
            if (record is null)
            {
                faults.Add(place, $"the image {source.Location} is missing, and labels in fractions need its size", "Download the images, or leave these out: missing images `skip`");
            }

            return record?.Size;
        }

        try
        {
            return ImageHeader.Read(source);
        }
        catch (LatException exception)
        {
            faults.Add(place, exception.Message.TrimEnd('.'), "Replace the image, or remove it");
            return null;
        }
    }
}
