using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Gathers images and boxes as a reader finds them, applies the policies of <see cref="ReadOptions"/> in one place for all formats, and
/// builds the dataset. One per reading; one thread at a time.
/// </summary>
public sealed class ImportBuilder(LabelSpace classes, ReadOptions options, ReadFaults faults)
{
    private readonly Dictionary<string, ImportEntry> _images = new(StringComparer.Ordinal);

    public int ImageCount => _images.Count;

    /// <summary>Adds an image; null where it is skipped, or refused with a fault.</summary>
    /// <param name="place">The record that names the image.</param>
    /// <param name="name">Its name in the dataset, `/` between folders; unique.</param>
    /// <param name="size">Its size in pixels, to which the boxes refer.</param>
    /// <param name="source">Where its pixels should be; null where nowhere.</param>
    /// <param name="frame">Its place in a video.</param>
    /// <param name="isThere">Whether the pixels are there, where the reader knows; null: the source is asked.</param>
    public ImportEntry? AddImage(
        RecordPlace place, string name, ImageSize size, ImageSource? source, FrameKey? frame = null, bool? isThere = null)
    {
        if (ImageName.ProblemOf(name) is { } problem)
        {
            faults.Add(place, problem, "Correct the name in the file");
            return null;
        }

        if (source is null || !(isThere ?? source.Exists))
        {
            var where = source is null ? $"'{name}'" : source.Location;
            switch (options.MissingImages)
            {
                case MissingImagePolicy.Refuse:
                    faults.Add(
                        place, $"the image {where} is missing", "Download the images, or read without them: missing images `skip` or `labels-only`");
                    return null;
                case MissingImagePolicy.Skip:
                    faults.Warn("images skipped: pixels missing", place, $"the image {where} is missing", "Download it if it should count");
                    return null;
                default:
                    faults.Count("images without pixels");
                    source = null;
                    break;
            }
        }

        var entry = new ImportEntry(name, size, new ImportedImage(source, frame));
        if (!_images.TryAdd(name, entry))
        {
            faults.Add(place, $"the image '{name}' stands twice", "Remove one of the two records, or the second copy of the file");
            return null;
        }

        return entry;
    }

    /// <summary>An image that was added before, or null.</summary>
    public ImportEntry? Find(string name) => _images.GetValueOrDefault(name);

    /// <summary>Adds a box to an image, by the policy for invalid boxes.</summary>
    /// <returns>Whether the box is in the dataset.</returns>
    public bool AddBox(
        ImportEntry image, RecordPlace place, RawBox box, int classIndex, bool isCrowd = false, bool isIgnored = false, double? area = null)
    {
        if (BoxRepair.Apply(box, image.Size, options.InvalidBoxes, place, faults) is not { } sound)
        {
            return false;
        }

        image.Annotations.Add(new Annotation(sound, classIndex) { IsCrowd = isCrowd, IsIgnored = isIgnored, Area = area });
        return true;
    }

    /// <summary>Adds a box with all that a label may have beside it; the template's own box is not used.</summary>
    /// <returns>Whether the box is in the dataset.</returns>
    public bool AddBox(ImportEntry image, RecordPlace place, RawBox box, Annotation template)
    {
        if (BoxRepair.Apply(box, image.Size, options.InvalidBoxes, place, faults) is not { } sound)
        {
            return false;
        }

        image.Annotations.Add(template with { Box = sound });
        return true;
    }

    /// <summary>Notes a label whose class the format does not know, by the policy for unknown classes.</summary>
    /// <param name="place">The label.</param>
    /// <param name="name">What the file calls the class.</param>
    public void AddUnknownClass(RecordPlace place, string? name)
    {
        var shown = name is { Length: > 60 } ? name[..57] + "..." : name;
        AddUnknownClass(place, $"the class '{shown}' is none of {faults.Format}'s", "Correct it");
    }

    /// <summary>The same, where the dataset names its own classes.</summary>
    /// <param name="place">The label.</param>
    /// <param name="message">What is unknown about it.</param>
    /// <param name="correction">What to correct, for a label that should count.</param>
    public void AddUnknownClass(RecordPlace place, string message, string correction)
    {
        if (options.UnknownClasses == UnknownClassPolicy.Refuse)
        {
            faults.Add(place, message, $"{correction}, or leave such labels out: unknown classes `skip`");
        }
        else
        {
            faults.Warn("boxes skipped: unknown class", place, message, $"{correction} if it should count");
        }
    }

    /// <summary>Warns of every image file in a folder that was not added, because nothing labels it.</summary>
    /// <param name="dataset">The dataset's folder.</param>
    /// <param name="images">The folder of images; names of images are relative to it.</param>
    /// <param name="isImage">Whether a file is an image of the format.</param>
    /// <param name="remedy">What to do, as a sentence without its full stop.</param>
    internal void LeaveOut(DatasetFolder dataset, string images, Func<string, bool> isImage, string remedy)
    {
        foreach (var path in dataset.Files(images, "").Where(isImage))
        {
            if (!_images.ContainsKey(Path.GetRelativePath(images, path).Replace('\\', '/')))
            {
                faults.Warn("images left out: no labels", new RecordPlace(path), "there are no labels for this image", remedy);
            }
        }
    }

    /// <summary>The dataset, images in ordinal order of their names.</summary>
    /// <exception cref="LatException">There are faults, or there is no image.</exception>
    public ImportedDataset Build(string root)
    {
        if (_images.Count == 0 && faults.FaultCount == 0)
        {
            faults.Add(
                new RecordPlace(root), "no image was found", "Check the folder, the split and the parts; `lat inspect` lists what a format expects");
        }

        faults.ThrowIfAny();
        var entries = _images.Values.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToList();
        return new ImportedDataset(
            new AnnotationSet(
                classes, entries.Select(entry => new AnnotatedImage(entry.Name, entry.Size, entry.TakeAnnotations()))),
            entries.Select(entry => entry.Image).ToEquatableArray(),
            faults.ToReport());
    }
}
