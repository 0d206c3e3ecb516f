namespace Lat.Evaluation;

/// <summary>
/// TIDE: sorts the errors of a detector into six kinds, and measures each by how much AP would rise if an oracle mended all of it and nothing
/// else (Bolya et al. 2020, sections 2.2 and 2.3).
/// </summary>
public static class TideAnalyzer
{
    /// <summary>Analyses all detections of an input.</summary>
    public static TideResult Analyze(CocoInput input, TideOptions? options = null)
    {
        options ??= new TideOptions();
        var matches = DetectionMatches.Of(input, options.ForegroundIou, options.MaxDetections, options.HonorsIgnored);
        var classifier = new TideClassifier(input, options);
        var cases = classifier.Classify(matches);
        var toFind = new int[input.LabelSpace.Count];
        foreach (ref readonly var item in input.Objects.AsSpan())
        {
            toFind[item.Class] += classifier.Counts(item) ? 1 : 0;
        }

        var found = matches.Found.Where((_, detection) => matches.IsRight(detection)).ToHashSet();
        var missed = Missed(input, classifier, found, cases);
        var right = Enumerable.Range(0, input.Predictions.Length).Where(matches.IsRight)
            .Select(detection => Scored.Of(input, detection, input.Predictions[detection].Class, isRight: true)).ToList();
        var baseline = Ap([.. right, .. cases.Select(Wrong)], toFind);
        var errors = Enum.GetValues<TideErrorKind>().Select(kind => kind == TideErrorKind.Missed
            ? new TideError(kind, missed.Sum(), Gain([.. right, .. cases.Select(Wrong)], Less(toFind, missed)))
            : new TideError(
                kind,
                cases.Count(item => item.Kind == kind),
                Gain([.. right, .. cases.Where(item => item.Kind != kind).Select(Wrong), .. Mended(input, cases, kind, found)], toFind)));
        var foundOf = toFind.Select((_, index) => right.Count(item => item.Class == index)).ToArray();
        return new TideResult(
            baseline,
            errors.ToEquatableArray(),
            Gain(right, toFind),
            Gain([.. right, .. cases.Select(Wrong)], foundOf));

        Scored Wrong(TideCase item) => Scored.Of(input, item.Detection, input.Predictions[item.Detection].Class, isRight: false);

        double Gain(List<Scored> detections, int[] sought) => Ap(detections, toFind, sought) - baseline;
    }

    /// <summary>
    /// What mending turns into right detections. Found objects need none. Of several errors about one object, of whatever kinds, only that with the
    /// highest score can become right, as in the authors' program; the others are removed when their kind is mended.
    /// </summary>
    private static IEnumerable<Scored> Mended(CocoInput input, List<TideCase> cases, TideErrorKind kind, HashSet<int> found) =>
        cases.Where(item => item.Object >= 0 && !found.Contains(item.Object))
            .GroupBy(item => item.Object)
            .Select(group => group.MaxBy(item => input.Predictions[item.Detection].Score))
            .Where(item => item.Kind == kind)
            .Select(item => Scored.Of(input, item.Detection, input.Objects[item.Object].Class, isRight: true));

    /// <summary>By class, the objects that no detection found and that no classification or localization error is about.</summary>
    private static int[] Missed(CocoInput input, TideClassifier classifier, HashSet<int> found, List<TideCase> cases)
    {
        var covered = cases.Select(item => item.Object).ToHashSet();
        var missed = new int[input.LabelSpace.Count];
        for (var index = 0; index < input.Objects.Length; index++)
        {
            if (classifier.Counts(input.Objects[index]) && !found.Contains(index) && !covered.Contains(index))
            {
                missed[input.Objects[index].Class]++;
            }
        }

        return missed;
    }

    private static int[] Less(int[] counts, int[] without) => [.. counts.Zip(without, (count, less) => count - less)];

    /// <summary>The mean over the classes that have objects, whether or not an oracle leaves any of them to be found.</summary>
    private static double Ap(List<Scored> detections, int[] toFind, int[]? sought = null)
    {
        var byClass = detections.ToLookup(item => item.Class);
        var values = Enumerable.Range(0, toFind.Length).Where(index => toFind[index] > 0)
            .Select(index => Scored.AveragePrecision(byClass[index], (sought ?? toFind)[index])).ToArray();
        return PairwiseSum.Mean(values);
    }
}
