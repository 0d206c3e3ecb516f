using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// COCO annotation files. Reading is as tolerant as the official tools (no `iscrowd`, `area` or `segmentation` is needed) and strict where
/// they fail late or go wrong silently. Writing keeps all of an annotation but its <see cref="Annotation.ObjectId"/>.
/// </summary>
public static class CocoAnnotationFile
{
    /// <summary>Reads a file. An area that is not that of the box is kept, because it decides the size class.</summary>
    /// <exception cref="LatException">The file is not sound; the message lists every fault.</exception>
    public static CocoDataset Read(string path)
    {
        using var document = CocoJson.Open(path);
        return CocoAnnotationReader.Read(document.RootElement, path);
    }

    /// <summary>Writes a file. Ids count from 1, since the official tool takes an annotation of id 0 for a miss.</summary>
    /// <exception cref="LatException">The file cannot be written.</exception>
    public static void Write(string path, AnnotationSet set) => ReplacedFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteStartArray("categories");
        for (var index = 0; index < set.LabelSpace.Count; index++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", index + 1);
            json.WriteString("name", set.LabelSpace[index].Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("images");
        for (var index = 0; index < set.Images.Count; index++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", index + 1);
            json.WriteString("file_name", set.Images[index].FileName);
            json.WriteNumber("width", set.Images[index].Size.Width);
            json.WriteNumber("height", set.Images[index].Size.Height);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("annotations");
        var id = 0;
        for (var image = 0; image < set.Images.Count; image++)
        {
            foreach (var annotation in set.Images[image].Annotations)
            {
                Write(json, annotation, ++id, image + 1);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Annotation annotation, int id, int imageId)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteNumber("image_id", imageId);
        json.WriteNumber("category_id", annotation.ClassIndex + 1);
        json.WriteStartArray("bbox");
        json.WriteNumberValue(annotation.Box.X1);
        json.WriteNumberValue(annotation.Box.Y1);
        json.WriteNumberValue(annotation.Box.Width);
        json.WriteNumberValue(annotation.Box.Height);
        json.WriteEndArray();
        CocoCorners.Write(json, annotation.Box);
        json.WriteNumber("area", annotation.Area ?? annotation.Box.Area);
        json.WriteNumber("iscrowd", annotation.IsCrowd ? 1 : 0);
        json.WriteNumber("ignore", annotation.IsIgnored ? 1 : 0);
        json.WriteStartArray("segmentation");
        json.WriteEndArray();
        json.WriteNumber("score", annotation.Confidence);
        json.WriteString("origin", CocoOrigin.ToText(annotation.Origin));
        if (annotation.SourceIndex is { } source)
        {
            json.WriteNumber("source_annotation", source);
        }

        json.WriteEndObject();
    }
}
