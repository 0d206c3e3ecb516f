namespace Lat.Evaluation;

/// <summary>
/// COCO average precision of boxes by the official definition, equal to pycocotools in every bit. `docs/coco-ap.md` says how that is
/// proved.
/// </summary>
public static class CocoEvaluator
{
    /// <summary>
    /// Evaluates the nouns of the core. Images are joined by file name and classes by name. Ties in score are broken by the order of the
    /// images in <paramref name="groundTruth"/>, then of the detections in their image: a set read from COCO files is in the official
    /// order when its images and classes ascend by id, or with its ids given.
    /// </summary>
    /// <param name="groundTruth">What there is.</param>
    /// <param name="detections">What was found.</param>
    /// <param name="options">What differs from the official definition; null for nothing.</param>
    /// <param name="ids">The ids of images and classes to order by; null for the order of the set. Classes are reported in this order.</param>
    /// <exception cref="LatException">A detection is on an image or of a class that the ground truth lacks; all such are named.</exception>
    public static CocoResult Evaluate(
        AnnotationSet groundTruth, DetectionSet detections, CocoEvaluationOptions? options = null, CocoIds? ids = null) =>
        Evaluate(CocoInput.Of(groundTruth, detections, ids), options);

    /// <summary>
    /// Evaluates boxes exactly as COCO files hold them, corner and size, without a detour that could round them. Classes are computed on all
    /// cores; the result does not depend on how many.
    /// </summary>
    /// <exception cref="LatException">The options contradict themselves.</exception>
    public static CocoResult Evaluate(CocoInput input, CocoEvaluationOptions? options = null)
    {
        options ??= new CocoEvaluationOptions();
        options.Validate();
        var limits = options.MaxDetections;
        var classCount = input.LabelSpace.Count;
        var targetsOf = StableBuckets.OfAll(input.Objects.Length, classCount, item => input.Objects[item].Class);
        var detectionsOf = StableBuckets.OfAll(input.Predictions.Length, classCount, item => input.Predictions[item].Class);
        var precision = new CocoPrecision(classCount, limits.Count);
        var recall = new CocoRecall(classCount, limits.Count);
        var accumulator = new CocoAccumulator(limits, precision, recall);
        var perClass = new CocoClassMetrics[classCount];
        Parallel.For(0, classCount, classIndex =>
        {
            var matches = ClassMatcher.Match(input, targetsOf[classIndex], detectionsOf[classIndex], limits[^1], options.HonorsIgnored);
            accumulator.Accumulate(classIndex, matches);
            perClass[classIndex] = new CocoClassMetrics(
                input.LabelSpace[classIndex],
                CocoSummarizer.ClassPrecision(precision, classIndex),
                CocoSummarizer.ClassPrecision(precision, classIndex, CocoDefinition.Iou50),
                matches.ToFind[(int)CocoAreaRange.All],
                detectionsOf[classIndex].Length);
        });
        return new CocoResult(CocoSummarizer.Summarize(precision, recall, [.. perClass]), precision, recall, limits);
    }
}
