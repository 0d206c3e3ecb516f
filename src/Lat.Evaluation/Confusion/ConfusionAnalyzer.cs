namespace Lat.Evaluation;

/// <summary>Pairs the boxes of two sets on the same images whatever their classes, and counts which class meets which.</summary>
public static class ConfusionAnalyzer
{
    /// <summary>Two annotations of the same images, in label spaces of their own. Images are joined by file name; others are left out.</summary>
    public static ConfusionMatrix Analyze(AnnotationSet first, AnnotationSet second, ConfusionOptions? options = null)
    {
        options ??= new ConfusionOptions();
        var tally = new ConfusionTally(first.LabelSpace, second.LabelSpace, options.Iou);
        var others = second.Images.ToDictionary(image => image.FileName, StringComparer.Ordinal);
        foreach (var image in first.Images)
        {
            if (others.TryGetValue(image.FileName, out var other))
            {
                tally.Add(Boxes(image), Boxes(other));
            }
        }

        return tally.ToMatrix();

        static List<(Box Box, int Class)> Boxes(AnnotatedImage image) =>
            [.. image.Annotations.Where(item => !item.IsCrowd && !item.IsIgnored).Select(item => (item.Box, item.ClassIndex))];
    }

    /// <summary>The truth against what a detector found. Crowds are left out, and with them whatever was found there counts as found nowhere.</summary>
    public static ConfusionMatrix Analyze(CocoInput input, ConfusionOptions? options = null)
    {
        options ??= new ConfusionOptions();
        var tally = new ConfusionTally(input.LabelSpace, input.LabelSpace, options.Iou);
        var objectsOf = StableBuckets.OfAll(input.Objects.Length, input.ImageCount, item => input.Objects[item].Image);
        var detectionsOf = StableBuckets.OfAll(input.Predictions.Length, input.ImageCount, item => input.Predictions[item].Image);
        for (var image = 0; image < input.ImageCount; image++)
        {
            var (truth, found) = (new List<(Box, int)>(), new List<(Box, int)>());
            foreach (var index in objectsOf[image])
            {
                ref readonly var item = ref input.Objects[index];
                if (!item.IsCrowd && !item.IsIgnored)
                {
                    truth.Add((Box.FromXywh(item.X, item.Y, item.Width, item.Height), item.Class));
                }
            }

            foreach (var index in detectionsOf[image])
            {
                ref readonly var item = ref input.Predictions[index];
                if (item.Score >= options.MinimumScore)
                {
                    found.Add((Box.FromXywh(item.X, item.Y, item.Width, item.Height), item.Class));
                }
            }

            tally.Add(truth, found);
        }

        return tally.ToMatrix();
    }
}
