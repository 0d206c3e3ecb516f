using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads the three lists of a COCO annotation file and joins them by their ids.</summary>
internal sealed class CocoAnnotationReader
{
    private readonly CocoFaults _faults;
    private readonly Dictionary<long, int> _classes = [];
    private readonly Dictionary<long, int> _images = [];
    private readonly HashSet<long> _annotationIds = [];
    private readonly List<ClassName> _names = [];
    private readonly List<(string FileName, ImageSize Size, List<Annotation> Annotations)> _rows = [];

    private CocoAnnotationReader(CocoFaults faults) => _faults = faults;

    public static CocoDataset Read(JsonElement root, string path)
    {
        var faults = new CocoFaults(path);
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add(
                "the file",
                "is a list or a value; expected an object with 'images', 'annotations' and 'categories' (a result file is no annotation file)");
            faults.ThrowIfAny();
        }

        var reader = new CocoAnnotationReader(faults);
        var file = new CocoElement(root, "the file", faults);
        reader.ReadCategories(file.List("categories", isRequired: true));
        reader.ReadImages(file.List("images", isRequired: true));
        reader.ReadAnnotations(file.List("annotations", isRequired: true));
        if (reader._names.Count == 0)
        {
            faults.Add("categories", "names no class; expected at least one");
        }

        faults.ThrowIfAny();
        var images = reader._rows.Select(row => new AnnotatedImage(row.FileName, row.Size, row.Annotations.ToEquatableArray()));
        return new CocoDataset(
            new AnnotationSet(new LabelSpace(reader._names), images),
            reader._classes.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToEquatableArray(),
            reader._images.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToEquatableArray());
    }

    private void ReadCategories(IEnumerable<CocoElement> categories)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var category in categories)
        {
            var (id, name) = (category.Id("id"), category.Text("name"));
            if (name is not null && !ClassName.IsValid(name))
            {
                _faults.Add(category.Place, $"'name' is '{name}'. {ClassName.ValidValues}");
            }
            else if (name is not null && !seen.Add(name))
            {
                _faults.Add(category.Place, $"'name' is '{name}', which another category has, too");
            }
            else if (id is { } known && !_classes.TryAdd(known, _names.Count))
            {
                _faults.Add(category.Place, FormattableString.Invariant($"'id' is {known}, which another category has, too"));
            }
            else if (id is not null && name is not null)
            {
                _names.Add(new ClassName(name));
            }
        }
    }

    private void ReadImages(IEnumerable<CocoElement> images)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            var (id, name, width, height) = (image.Id("id"), image.Text("file_name"), image.Id("width"), image.Id("height"));
            if (id is null || name is null || width is null || height is null)
            {
                continue;
            }

            if (width is < 1 or > int.MaxValue || height is < 1 or > int.MaxValue)
            {
                _faults.Add(image.Place, FormattableString.Invariant($"is {width}x{height} pixels; expected at least 1x1"));
            }
            else if (!seen.Add(name))
            {
                _faults.Add(image.Place, $"'file_name' is '{name}', which another image has, too");
            }
            else if (!_images.TryAdd(id.Value, _rows.Count))
            {
                _faults.Add(image.Place, FormattableString.Invariant($"'id' is {id}, which another image has, too"));
            }
            else
            {
                _rows.Add((name, new ImageSize((int)width, (int)height), []));
            }
        }
    }

    private void ReadAnnotations(IEnumerable<CocoElement> annotations)
    {
        foreach (var annotation in annotations)
        {
            if (annotation.Has("id") && annotation.Id("id") is { } id && !_annotationIds.Add(id))
            {
                _faults.Add(annotation.Place, FormattableString.Invariant($"'id' is {id}, which another annotation has, too"));
            }

            var image = Find(annotation, "image_id", _images, "image");
            var category = Find(annotation, "category_id", _classes, "category");
            var read = ReadAnnotation(annotation, category ?? 0);
            if (image is { } row && category is not null && read is not null)
            {
                _rows[row].Annotations.Add(read);
            }
        }
    }

    private int? Find(CocoElement annotation, string field, Dictionary<long, int> known, string what)
    {
        if (annotation.Id(field) is not { } id)
        {
            return null;
        }

        if (known.TryGetValue(id, out var index))
        {
            return index;
        }

        _faults.Add(annotation.Place, FormattableString.Invariant($"'{field}' is {id}, but there is no {what} with that id"));
        return null;
    }

    private static Annotation? ReadAnnotation(CocoElement annotation, int classIndex)
    {
        var box = annotation.BoundingBox();
        var area = annotation.Has("area") ? annotation.Number("area") : null;
        if (area < 0)
        {
            annotation.Faults.Add(annotation.Place, FormattableString.Invariant($"'area' is {area}; it must not be negative"));
        }

        var confidence = annotation.Has("score") ? annotation.Number("score") : 1;
        if (confidence is < 0 or > 1)
        {
            annotation.Faults.Add(annotation.Place, FormattableString.Invariant($"'score' is {confidence}; expected 0 to 1"));
        }

        var source = annotation.Has("source_annotation") ? annotation.Id("source_annotation") : null;
        var (crowd, ignored) = (annotation.Flag("iscrowd"), annotation.Flag("ignore"));
        return box is not { } found ? null : new Annotation(found, classIndex)
        {
            Confidence = confidence ?? 1,
            IsCrowd = crowd,
            IsIgnored = ignored,
            Origin = CocoOrigin.Parse(annotation.Has("origin") ? annotation.Text("origin") : null),
            SourceIndex = source is >= 0 and <= int.MaxValue ? (int)source : null,
            Area = area is { } given && given != found.Area ? given : null,
        };
    }
}
