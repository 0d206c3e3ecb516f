using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// COCO result files: a list of boxes with scores, whose ids are those of an annotation file. A full class-score vector is kept in
/// `class_scores`, which other tools pass over.
/// </summary>
public static class CocoDetectionFile
{
    /// <summary>Reads the results on a dataset: every image of it in its order, best score first, ties in the order of the file.</summary>
    /// <exception cref="LatException">The file is not sound; the message lists every fault.</exception>
    public static DetectionSet Read(string path, CocoDataset dataset)
    {
        using var document = CocoJson.Open(path);
        var faults = new CocoFaults(path);
        var found = dataset.Annotations.Images.Select(_ => new List<Detection>()).ToList();
        if (document.RootElement.ValueKind == JsonValueKind.Array)
        {
            ReadList(document.RootElement, dataset, found, faults);
        }
        else
        {
            faults.Add(
                "the file",
                "is no list; expected [{\"image_id\", \"category_id\", \"bbox\", \"score\"}, ...] (an annotation file is no result file)");
        }

        faults.ThrowIfAny();
        return new DetectionSet(dataset.Annotations.LabelSpace, dataset.Annotations.Images.Select((image, index) => new ImageDetections(
            image.FileName, image.Size,
            found[index].OrderByDescending(detection => detection.Score).ToEquatableArray())).ToEquatableArray());
    }

    /// <summary>Writes results under the ids of a dataset.</summary>
    /// <exception cref="LatException">The dataset lacks an image or a class of the results, or the file cannot be written.</exception>
    public static void Write(string path, DetectionSet detections, CocoDataset dataset)
    {
        var images = dataset.Annotations.Images.Select((image, index) => (image.FileName, Id: dataset.ImageIds[index]))
            .ToDictionary(image => image.FileName, image => image.Id, StringComparer.Ordinal);
        var categories = detections.LabelSpace.Classes.Select(name => dataset.Annotations.LabelSpace.IndexOf(name) is { } index
            ? dataset.CategoryIds[index]
            : throw new LatException($"Cannot write '{path}': the dataset has no class '{name}' that the detections have.")).ToList();
        if (detections.Images.FirstOrDefault(image => !images.ContainsKey(image.FileName)) is { } unknown)
        {
            throw new LatException($"Cannot write '{path}': the dataset has no image '{unknown.FileName}' that the detections have.");
        }

        ReplacedFile.Write(path, stream =>
        {
            using var json = new Utf8JsonWriter(stream);
            json.WriteStartArray();
            foreach (var image in detections.Images)
            {
                foreach (var detection in image.Detections)
                {
                    Write(json, detection, images[image.FileName], categories[detection.ClassIndex]);
                }
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, Detection detection, long imageId, long categoryId)
    {
        json.WriteStartObject();
        json.WriteNumber("image_id", imageId);
        json.WriteNumber("category_id", categoryId);
        json.WriteStartArray("bbox");
        json.WriteNumberValue(detection.Box.X1);
        json.WriteNumberValue(detection.Box.Y1);
        json.WriteNumberValue(detection.Box.Width);
        json.WriteNumberValue(detection.Box.Height);
        json.WriteEndArray();
        json.WriteNumber("score", detection.Score);
        if (detection.ClassScores.Count > 0)
        {
            json.WriteStartArray("class_scores");
            foreach (var score in detection.ClassScores.AsSpan())
            {
                json.WriteNumberValue(score);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void ReadList(JsonElement list, CocoDataset dataset, List<List<Detection>> found, CocoFaults faults)
    {
        var images = dataset.ImageIds.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
        var categories = dataset.CategoryIds.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
        foreach (var result in CocoElement.ListOf(list, "results", faults))
        {
            var (imageId, categoryId, box, score) = (
                result.Id("image_id"), result.Id("category_id"), result.BoundingBox(), result.Number("score"));
            var (image, category) = (IndexOf(imageId, images, "image_id", result), IndexOf(categoryId, categories, "category_id", result));
            var vector = ClassScores(result, dataset.Annotations.LabelSpace.Count);
            if (image is { } row && category is { } classIndex && box is { } there && score is { } sure)
            {
                found[row].Add(new Detection(there, classIndex, sure) { ClassScores = vector });
            }
        }
    }

    private static int? IndexOf(long? id, Dictionary<long, int> known, string field, CocoElement result)
    {
        if (id is not { } given || known.TryGetValue(given, out var index))
        {
            return id is null ? null : known[id.Value];
        }

        result.Faults.Add(result.Place, FormattableString.Invariant($"'{field}' is {given}, which the annotation file lacks"));
        return null;
    }

    private static EquatableArray<float> ClassScores(CocoElement result, int classCount)
    {
        if (!result.Has("class_scores"))
        {
            return [];
        }

        var list = result.Json.GetProperty("class_scores");
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() == classCount
            && list.EnumerateArray().All(score => score.ValueKind == JsonValueKind.Number && score.TryGetSingle(out _)))
        {
            return list.EnumerateArray().Select(score => score.GetSingle()).ToEquatableArray();
        }

        result.Faults.Add(
            result.Place, FormattableString.Invariant($"'class_scores' is {CocoElement.Describe(list)}; expected {classCount} numbers"));
        return [];
    }
}
