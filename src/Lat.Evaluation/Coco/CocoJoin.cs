namespace Lat.Evaluation;

/// <summary>Joins the nouns of the core, by file name and class name, into what the evaluation computes on.</summary>
internal static class CocoJoin
{
    private const int Listed = 10;

    /// <exception cref="LatException">A detection lies on an image, or names a class, that the ground truth lacks, or has no finite
    /// score.</exception>
    public static CocoInput Join(AnnotationSet groundTruth, DetectionSet detections, CocoIds ids)
    {
        ids.Validate(groundTruth);
        var (imageRanks, classRanks) = (CocoIds.Ranks(ids.ImageIds), CocoIds.Ranks(ids.CategoryIds));
        var images = new Dictionary<string, int>(groundTruth.Images.Count, StringComparer.Ordinal);
        foreach (var image in groundTruth.Images)
        {
            images.Add(image.FileName, imageRanks[images.Count]);
        }

        var classes = detections.LabelSpace.Classes.Select(groundTruth.LabelSpace.IndexOf).ToArray();
        Validate(groundTruth, detections, images, classes);

        return new CocoInput(
            new LabelSpace(groundTruth.LabelSpace.Classes.Zip(classRanks).OrderBy(pair => pair.Second).Select(pair => pair.First)),
            images.Count,
            groundTruth.Images.SelectMany(image => image.Annotations.Select(annotation =>
                ToObject(images[image.FileName], classRanks[annotation.ClassIndex], annotation))),
            detections.Images.SelectMany(image => image.Detections.Select(detection =>
                ToPrediction(images[image.FileName], classRanks[classes[detection.ClassIndex]!.Value], detection))));
    }

    private static CocoObject ToObject(int image, int classIndex, Annotation annotation)
    {
        var box = annotation.Box;
        return new CocoObject(image, classIndex, box.X1, box.Y1, box.Width, box.Height, annotation.Area ?? box.Area)
        {
            IsCrowd = annotation.IsCrowd,
            IsIgnored = annotation.IsIgnored,
        };
    }

    private static CocoPrediction ToPrediction(int image, int classIndex, Detection detection) =>
        new(image, classIndex, detection.Box.X1, detection.Box.Y1, detection.Box.Width, detection.Box.Height, detection.Score);

    private static void Validate(AnnotationSet groundTruth, DetectionSet detections, Dictionary<string, int> images, int?[] classes)
    {
        var strangers = detections.Images.Select(image => image.FileName).Where(name => !images.ContainsKey(name)).Distinct().ToList();
        var unknown = detections.Images.SelectMany(image => image.Detections).Select(detection => detection.ClassIndex).Distinct()
            .Where(index => classes[index] is null).Order().Select(index => detections.LabelSpace[index].Value).ToList();
        var unscored = detections.Images
            .Where(image => image.Detections.Any(detection => !double.IsFinite(detection.Score))).Select(image => image.FileName).ToList();

        var faults = new List<string>();
        Add(strangers, "detections lie on images that the ground truth lacks");
        Add(unknown, $"detections are of classes that the ground truth lacks (it has: {groundTruth.LabelSpace})");
        Add(unscored, "detections without a finite score lie on images");
        if (faults.Count > 0)
        {
            throw new LatException(
                $"Cannot evaluate: {string.Join("; ", faults)}. Evaluate against the ground truth that the detector ran on.");
        }

        void Add(List<string> names, string what)
        {
            if (names.Count > 0)
            {
                var more = names.Count > Listed ? FormattableString.Invariant($" and {names.Count - Listed} more") : "";
                faults.Add($"{what}: {string.Join(", ", names.Take(Listed).Select(name => $"'{name}'"))}{more}");
            }
        }
    }
}
