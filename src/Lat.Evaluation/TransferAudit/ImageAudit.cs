namespace Lat.Evaluation;

/// <summary>One image of an audit: what should become of its source boxes, and what did.</summary>
internal sealed record ImageAudit(
    EquatableArray<Annotation> Source,
    EquatableArray<Annotation> Labels,
    EquatableArray<Annotation> Truth,
    ObjectLinks Links,
    TruthMatch Match,
    int[] SourceOfLabel)
{
    public static ImageAudit Of(
        EquatableArray<Annotation> source,
        EquatableArray<Annotation> labels,
        EquatableArray<Annotation> truth,
        Func<int, int> groupOf,
        TransferAuditOptions options) => new(
            source,
            labels,
            truth,
            new ObjectLinks(source, truth, groupOf),
            TruthMatch.Of(labels, truth, options.IouThreshold),
            [.. labels.Select(label => SourceOf(label, source, options.IouThreshold))]);

    /// <summary>For each true object whether a label matches it.</summary>
    public bool[] Found()
    {
        var found = new bool[Truth.Count];
        foreach (var target in Match.TruthOf.Where(target => target >= 0))
        {
            found[target] = true;
        }

        return found;
    }

    /// <summary>The source boxes from which a wrong label comes.</summary>
    public HashSet<int> BlamedSources() => Enumerable.Range(0, Labels.Count).Where(label => Match.Faults[label] is not null)
        .Select(label => SourceOfLabel[label]).ToHashSet();

    /// <summary>Whether a source box became all that it should, and nothing else.</summary>
    public bool IsDoneRight(int source, bool[] found, HashSet<int> blamed) => !blamed.Contains(source)
        && Links.TargetsOf(source).All(target => found[target] || !TruthMatch.IsCounted(Truth[target]));

    /// <summary>What should become of a source box.</summary>
    public TransferOutcome OutcomeOf(int source, LabelSpace sourceSpace, LabelSpace targetSpace)
    {
        var targets = Links.TargetsOf(source);
        return Links.OutcomeOf(
            source, targets.Count == 1 && targetSpace[Truth[targets[0]].ClassIndex] == sourceSpace[Source[source].ClassIndex]);
    }

    private static int SourceOf(Annotation label, EquatableArray<Annotation> source, double iouThreshold)
    {
        if (label.SourceIndex is { } index && index >= 0 && index < source.Count)
        {
            return index;
        }

        return BestOverlap.Of(label.Box, source, iouThreshold);
    }
}
