namespace Lat.Evaluation;

/// <summary>Tells what is wrong with each wrong detection, from its overlaps with the objects that count in its image.</summary>
internal sealed class TideClassifier(CocoInput input, TideOptions options)
{
    /// <summary>The errors of detections, in the order of the input.</summary>
    public List<TideCase> Classify(DetectionMatches matches)
    {
        var objectsOf = StableBuckets.OfAll(input.Objects.Length, input.ImageCount, item => input.Objects[item].Image);
        var cases = new List<TideCase>();
        for (var detection = 0; detection < input.Predictions.Length; detection++)
        {
            if (matches.Counts(detection) && matches.Found[detection] < 0)
            {
                cases.Add(Classify(detection, objectsOf[input.Predictions[detection].Image]));
            }
        }

        return cases;
    }

    public bool Counts(in CocoObject item) => !item.IsCrowd && !(options.HonorsIgnored && item.IsIgnored);

    private TideCase Classify(int detection, ReadOnlySpan<int> objects)
    {
        ref readonly var prediction = ref input.Predictions[detection];
        var (own, other) = ((Iou: 0.0, Object: -1), (Iou: 0.0, Object: -1));
        foreach (var index in objects)
        {
            ref readonly var item = ref input.Objects[index];
            if (!Counts(item))
            {
                continue;
            }

            var iou = CocoIou.Of(prediction, item);
            ref var best = ref item.Class == prediction.Class ? ref own : ref other;
            best = iou > best.Iou ? (iou, index) : best;
        }

        // The paper's conditions overlap; the authors' program (tidecv 1.0.1) asks them in this order, with both ends of the first range inclusive.
        return (own.Iou, other.Iou) switch
        {
            var (same, _) when same >= options.BackgroundIou && same <= options.ForegroundIou => new TideCase(detection, TideErrorKind.Localization, own.Object),
            var (_, different) when different >= options.ForegroundIou => new TideCase(detection, TideErrorKind.Classification, other.Object),
            var (same, _) when same >= options.ForegroundIou => new TideCase(detection, TideErrorKind.Duplicate, -1),
            var (same, different) when Math.Max(same, different) <= options.BackgroundIou => new TideCase(detection, TideErrorKind.Background, -1),
            _ => new TideCase(detection, TideErrorKind.Both, -1),
        };
    }
}
