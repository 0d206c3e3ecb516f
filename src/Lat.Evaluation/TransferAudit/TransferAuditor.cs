namespace Lat.Evaluation;

/// <summary>
/// Measures how right transferred labels are where the truth is known: not only "did AP rise" but "was this box transferred right".
/// <para>Every true target object is found (a label of its class matches it: IoU at least the threshold, greedy by confidence) or missed.
/// Every transferred label is right (it matches), wrong (<see cref="LabelFault"/> says how), or, on a crowd or an ignored object,
/// neither.</para>
/// <para>Every source box should become the true objects of the same identity; where its space holds several things in one box, those of
/// the same group. That decides its <see cref="TransferOutcome"/>. It is done right when all these true objects are found and no wrong
/// label comes from the box; a box that should be dropped, when no label counts against it. A label comes from the box that its
/// <see cref="Annotation.SourceIndex"/> names, else from the source box that it overlaps most with IoU at least the threshold, else from
/// none. True objects that no source box stands for are added.</para>
/// </summary>
public static class TransferAuditor
{
    /// <param name="source">The source's own annotations, with identities.</param>
    /// <param name="transferred">The transferred labels, in the target's label space.</param>
    /// <param name="truth">The true annotations in the target's label space, with identities.</param>
    /// <param name="groupOf">
    /// The group of an identity: things that one space may annotate as one box and another apart share it. Null: each identity by itself.
    /// </param>
    /// <param name="options">How labels are held against the truth; null for the defaults.</param>
    /// <exception cref="LatException">The sets are of different images or spaces, or an object has no identity.</exception>
    public static TransferAuditResult Audit(
        AnnotationSet source,
        AnnotationSet transferred,
        AnnotationSet truth,
        Func<int, int>? groupOf = null,
        TransferAuditOptions? options = null)
    {
        options ??= new TransferAuditOptions();
        AuditedSets.Validate(source, transferred, truth);
        var sourceOf = source.Images.ToDictionary(image => image.FileName, StringComparer.Ordinal);
        var labelsOf = transferred.Images.ToDictionary(image => image.FileName, StringComparer.Ordinal);
        var tabulation = new TransferTabulation(source.LabelSpace, truth.LabelSpace);
        var sure = new SureLabels(options.SureConfidence, 0, 0, 0, 0);
        var conversions = new ConversionCounter(source.LabelSpace, truth.LabelSpace);
        foreach (var image in truth.Images)
        {
            var labels = labelsOf[image.FileName].Annotations;
            tabulation.Add(AuditOf(image, labels));
            var judged = AuditOf(image, [.. labels.Where(label => label.Confidence >= options.SureConfidence)]);
            conversions.Add(judged);
            sure = sure.With(judged);
        }

        return tabulation.ToResult(truth.Images.Count, CocoEvaluator.Evaluate(truth, AsDetections(transferred), new CocoEvaluationOptions
        {
            HonorsIgnored = true,
        }).Metrics) with { Conversions = conversions.ToConversions(), Sure = sure };

        ImageAudit AuditOf(AnnotatedImage image, EquatableArray<Annotation> labels) =>
            ImageAudit.Of(sourceOf[image.FileName].Annotations, labels, image.Annotations, groupOf ?? (id => id), options);
    }

    private static DetectionSet AsDetections(AnnotationSet labels) => new(
        labels.LabelSpace,
        labels.Images.Select(image => new ImageDetections(
            image.FileName,
            image.Size,
            image.Annotations.Select(label => new Detection(label.Box, label.ClassIndex, label.Confidence))
                .OrderByDescending(detection => detection.Score).ToEquatableArray())).ToEquatableArray());
}
