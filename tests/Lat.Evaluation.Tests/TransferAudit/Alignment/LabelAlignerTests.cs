namespace Lat.Evaluation.Tests;

public class LabelAlignerTests
{
    private static readonly LabelSpace Coarse = new("vehicle", "cyclist", "car");
    private static readonly LabelSpace Mid = new("car", "rider", "bicycle");
    private static readonly ImageSize Size = new(400, 400);

    private static AnnotationSet Set(LabelSpace space, params Annotation[] annotations) => new(space, [new AnnotatedImage("a.png", Size, [.. annotations])]);

    private static Annotation Label(Box box, int classIndex, int? source = null) => new(box, classIndex) { SourceIndex = source, Origin = AnnotationOrigin.Transferred };

    [Fact]
    public void EveryBoxCountsOnceByWhatBecameOfIt()
    {
        var alignment = LabelAligner.Align(
            Set(
                Coarse,
                new Annotation(new Box(0, 0, 10, 10), 2),
                new Annotation(new Box(20, 0, 30, 10), 0),
                new Annotation(new Box(40, 0, 50, 20), 1),
                new Annotation(new Box(60, 0, 70, 20), 1),
                new Annotation(new Box(62, 2, 68, 12), 0),
                new Annotation(new Box(90, 0, 99, 9), 0),
                new Annotation(new Box(200, 0, 240, 40), 0) { IsCrowd = true }),
            Set(
                Mid,
                Label(new Box(0, 0, 10, 10), 0, 0),
                Label(new Box(20, 0, 30, 10), 0, 1),
                Label(new Box(40, 0, 50, 12), 1, 2),
                Label(new Box(40, 8, 50, 20), 2, 2),
                Label(new Box(60, 0, 70, 20), 2),
                Label(new Box(300, 300, 310, 310), 1)));
        Assert.Equal(new AlignmentOutcomes(Kept: 1, Relabelled: 2, Split: 1, Merged: 1, Dropped: 1, Added: 1), alignment.Outcomes);
        Assert.Equal((6, 6, 1), (alignment.SourceBoxes, alignment.Labels, alignment.Images));
        Assert.Equal([1, 0, 0, 2], alignment.CoOccurrence[0]); // vehicle: one car, two without a label
        Assert.Equal([0, 1, 2, 0], alignment.CoOccurrence[1]); // cyclist: a rider, and a bicycle of each
        Assert.Equal([1, 0, 0, 0], alignment.CoOccurrence[2]);
        Assert.Equal([0, 1, 0, 0], alignment.CoOccurrence[3]); // a rider out of nothing
    }

    [Fact]
    public void ShiftsAreRelativeToTheSourceBox()
    {
        var box = new Box(0, 0, 10, 40);
        var alignment = LabelAligner.Align(
            Set(Coarse, new Annotation(box, 1), new Annotation(box.Translate(100, 0), 1)),
            Set(Mid, Label(new Box(0, 0, 10, 20), 1, 0), Label(new Box(105, 0, 115, 20), 1, 1)));
        var shift = Assert.Single(alignment.Shifts);
        Assert.Equal(("cyclist", "rider", 2), (shift.SourceClass.Value, shift.TargetClass.Value, shift.Count));
        Assert.Equal(new Spread(0.25, 0.25), shift.Dx);
        Assert.Equal(new Spread(-0.25, 0), shift.Dy);
        Assert.Equal(new Spread(0, 0), shift.Dw);
        Assert.Equal((Math.Log(0.5), 0), (shift.Dh.Mean, shift.Dh.Deviation));
    }

    [Fact]
    public void LabelsOfOtherImagesAreRefused() => Assert.Equal(
        "Cannot align the labels: they lack the image 'a.png' of the source. Run the transfer again.",
        Assert.Throws<LatException>(() => LabelAligner.Align(Set(Coarse), new AnnotationSet(Mid, []))).Message);

    [Fact]
    public void AnAlignmentPassesThroughItsFile()
    {
        var alignment = LabelAligner.Align(Set(Coarse, new Annotation(new Box(0, 0, 9, 9), 1)), Set(Mid, Label(new Box(0, 0, 9, 9), 2, 0)));
        var text = System.Text.Json.JsonSerializer.Serialize(alignment, EvaluationJson.Options);
        Assert.Equal(alignment, System.Text.Json.JsonSerializer.Deserialize<LabelAlignment>(text, EvaluationJson.Options));
    }
}
