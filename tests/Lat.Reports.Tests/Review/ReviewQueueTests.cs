namespace Lat.Reports.Tests.Review;

public sealed class ReviewQueueTests
{
    [Fact]
    public void ABoxNearTheThresholdComesBeforeASureOne()
    {
        var labels = SomeReview.Set(("1.png", [SomeReview.Label(0, "car", 0.99), SomeReview.Label(50, "car", 0.52), SomeReview.Label(100, "car", 0.8)]));
        var queue = ReviewQueue.Build(SomeReview.Source(labels));
        Assert.Equal([0.52, 0.8, 0.99], queue.Select(item => item.Confidence));
        Assert.Equal([ReviewReason.Doubtful, ReviewReason.Doubtful, ReviewReason.None], queue.Select(item => item.Reasons));
    }

    [Fact]
    public void AnotherMethodsClassInItsPlaceMakesASureBoxWorthALook()
    {
        var labels = SomeReview.Set(("1.png", [SomeReview.Label(0, "car", 0.99), SomeReview.Label(50, "car", 0.99)]));
        var other = SomeReview.Set(("1.png", [SomeReview.Label(0, "car", 0.9), SomeReview.Label(51, "cyclist", 0.9)]));
        var queue = ReviewQueue.Build(SomeReview.Source(labels, other));
        Assert.Equal(50, queue[0].Box.X1);
        Assert.Equal(ReviewReason.OtherClass, queue[0].Reasons);
        Assert.True(queue[0].Worth > 0.9 && queue[1].Worth < 0.1, $"{queue[0].Worth} and {queue[1].Worth}");
    }

    [Fact]
    public void ABoxThatNoOtherMethodSeesIsUnmatched()
    {
        var labels = SomeReview.Set(("1.png", [SomeReview.Label(0, "car", 0.99)]));
        var item = Assert.Single(ReviewQueue.Build(SomeReview.Source(labels, SomeReview.Set(("1.png", [])))));
        Assert.Equal(ReviewReason.Unmatched, item.Reasons);
    }

    [Fact]
    public void WhatAnotherMethodIsSureOfAndTheLabelsLackIsMissed()
    {
        var other = SomeReview.Set(("1.png", [SomeReview.Label(80, "cyclist", 0.95), SomeReview.Label(10, "car", 0.3)]));
        var item = Assert.Single(ReviewQueue.Build(SomeReview.Source(SomeReview.Set(("1.png", [])), other)));
        Assert.Equal((ReviewReason.Missed, 80, new ClassName("cyclist"), false), (item.Reasons, item.Box.X1, item.ClassName, item.IsLabel));
    }

    [Fact]
    public void ASourceBoxWithoutALabelIsMissedWhereItsClassMostlyHasOneAndElseNot()
    {
        var space = new LabelSpace("vehicle", "house");
        var own = SomeReview.SetOf(
            space,
            ("1.png", [new(new Box(0, 10, 20, 40), 0), new(new Box(50, 10, 70, 40), 0), new(new Box(100, 10, 120, 40), 0), new(new Box(150, 50, 190, 90), 1)]));
        var labels = SomeReview.Set(("1.png", [SomeReview.Label(0, "car", 1), SomeReview.Label(50, "car", 1)]));
        var item = Assert.Single(ReviewQueue.Build(new ReviewSource(own, labels, [])));
        Assert.Equal((100, (ClassName?)null), (item.Box.X1, item.ClassName));
        Assert.Equal(2.0 / 3, item.Worth, 12);
    }

    [Fact]
    public void ReviewedImagesAndBoxesWithoutConfidenceStayOut()
    {
        var labels = SomeReview.Set(("1.png", [SomeReview.Label(0, "car", 0.5)]), ("2.png", [SomeReview.Label(0, "car", 0.1), SomeReview.Label(50, "car", 0.5)]));
        var item = Assert.Single(ReviewQueue.Build(SomeReview.Source(labels), isReviewed: name => name == "1.png"));
        Assert.Equal(("2.png", 50), (item.FileName, item.Box.X1));
    }

    [Fact]
    public void WhatATrainingUsesIsShownHoweverLowItsConfidence()
    {
        var labels = SomeReview.Set(("1.png", [SomeReview.Label(0, "car", 0.1)]));
        Assert.Single(ReviewQueue.Build(SomeReview.Source(labels), new ReviewOptions { LabelThreshold = 0.05 }));
    }

    [Fact]
    public void TheQueueEndsAtItsLengthAndTiesGoByName()
    {
        var labels = SomeReview.Set(("b.png", [SomeReview.Label(0, "car", 0.5)]), ("a.png", [SomeReview.Label(9, "car", 0.5), SomeReview.Label(0, "car", 0.5)]));
        var queue = ReviewQueue.Build(SomeReview.Source(labels), new ReviewOptions { Boxes = 2 });
        Assert.Equal([("a.png", 0.0), ("a.png", 9.0)], queue.Select(item => (item.FileName, item.Box.X1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AThresholdAtAnEndGivesWorthsBetweenNoneAndAll(double threshold)
    {
        var labels = SomeReview.Set(("1.png", [SomeReview.Label(0, "car", 0), SomeReview.Label(40, "car", 0.5), SomeReview.Label(80, "car", 1)]));
        var queue = ReviewQueue.Build(SomeReview.Source(labels), new ReviewOptions { LabelThreshold = threshold, LeastConfidence = 0 });
        Assert.NotEmpty(queue);
        Assert.All(queue, item => Assert.InRange(item.Worth, 0, 1));
    }

    [Fact]
    public void ABatchHasTheImagesOfTheQueueInItsOrderWithTheLabelsThatATrainingUses()
    {
        var batch = SomeReview.Batch();
        Assert.Equal(["a/1.png", "a/2.jpg"], batch.Labels.Images.Select(image => image.FileName));
        Assert.Equal([0.97, 0.55], batch.Labels.Images[0].Annotations.Select(label => label.Confidence));
        Assert.Equal(120, Assert.Single(batch.HintsOf("a/1.png")).Box.X1);
    }

    [Fact]
    public void TheHintsClassIsNoneOfTheTargets()
    {
        var labels = SomeReview.SetOf(new LabelSpace("look-here", "car"), ("1.png", [new(new Box(0, 0, 9, 9), 0) { Confidence = 0.5 }]));
        var batch = ReviewBatch.Of("e", "lat", Some.Fine, Some.Mid, labels, ReviewQueue.Build(SomeReview.Source(labels)), 0.5);
        Assert.Equal("look-here-1", batch.HintClass);
    }

    [Fact]
    public void WithoutAnythingWorthALookThereIsNoBatch()
    {
        var fault = Assert.Throws<LatException>(() => ReviewBatch.Of("e", "lat", Some.Fine, Some.Mid, SomeReview.Set(("1.png", [])), [], 0.5));
        Assert.Contains("No label of lat from fine to mid is worth a look", fault.Message, StringComparison.Ordinal);
    }
}
