namespace Lat.Reports.Tests.Review;

public sealed class ReviewRoundTripTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-review-").FullName;

    public static TheoryData<string> Tools => [.. ReviewFormats.All.Select(format => format.Name)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Tools))]
    public void WhatComesBackAsItWentOutIsTheSameLabelsConfirmed(string tool)
    {
        var batch = SomeReview.Batch();
        var corrections = RoundTrip(tool, batch, text => text);
        Assert.Equal(batch.Labels.Images.Select(image => image.FileName), corrections.Images.Select(image => image.FileName));
        Assert.Equal(
            batch.Labels.Images.SelectMany(image => image.Annotations).Select(label => (label.Box, label.ClassIndex, label.SourceIndex)),
            corrections.Images.SelectMany(image => image.Annotations).Select(label => (label.Box, label.ClassIndex, label.SourceIndex)));
        Assert.All(corrections.Images.SelectMany(image => image.Annotations), label => Assert.Equal((1.0, AnnotationOrigin.Reviewed), (label.Confidence, label.Origin)));
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void AHintThatGotAClassBecomesALabel(string tool)
    {
        var corrections = RoundTrip(tool, SomeReview.Batch(), text => tool == "cvat"
            ? text.Replace("label=\"look-here\"", "label=\"cyclist\"", StringComparison.Ordinal)
            : text.Replace("\"look-here\"", "\"cyclist\"", StringComparison.Ordinal));
        Assert.Equal([0, 1, 1], corrections.Images[0].Annotations.Select(label => label.ClassIndex));
        Assert.Equal(120, corrections.Images[0].Annotations[2].Box.X1, 6);
    }

    [Theory]
    [MemberData(nameof(Tools))]
    public void OnRequestImagesThatNobodyChangedAreLeftOut(string tool)
    {
        var corrections = RoundTrip(tool, SomeReview.Batch(), text => text.Replace("cyclist", "car", StringComparison.Ordinal), isChangedOnly: true);
        Assert.Equal("a/1.png", Assert.Single(corrections.Images).FileName);
    }

    [Fact]
    public void ABatchIsReadAsItWasWritten()
    {
        var path = Path.Combine(_folder, ReviewBatchFile.FileName);
        File.WriteAllText(path, ReviewBatchFile.Write(SomeReview.Batch()));
        Assert.Equal(ReviewBatchFile.Write(SomeReview.Batch()), ReviewBatchFile.Write(ReviewBatchFile.Read(path)));
        Assert.Equal(SomeReview.Batch().Queue, ReviewBatchFile.Read(path).Queue);
    }

    [Fact]
    public void ATaskThatNobodyAnnotatedWasNotReviewed()
    {
        var path = Path.Combine(_folder, "tasks.json");
        File.WriteAllText(path, """[{"data":{"name":"a/1.png"},"annotations":[]},{"data":{"name":"a/2.jpg"},"annotations":[{"was_cancelled":true,"result":[]},{"result":[]}]}]""");
        Assert.Equal("a/2.jpg", Assert.Single(ReviewFormats.Find("label-studio").Read(path)).FileName);
    }

    [Fact]
    public void AnImageIsKnownAgainBelowTheFolderThatTheToolPutItIn()
    {
        var reviewed = new ReviewedImage("upload/a/2.jpg", []);
        Assert.Equal("a/2.jpg", Assert.Single(ReviewImport.Corrections(SomeReview.Batch(), [reviewed], "x.xml").Images).FileName);
    }

    [Fact]
    public void TheQueueIsAlsoATableWithTheReasonsInWords()
    {
        var lines = ReviewQueueTable.Write(SomeReview.Batch()).Split('\n');
        Assert.Equal("image,x1,y1,x2,y2,class,confidence,worth,reasons", lines[0]);
        Assert.Equal("a/1.png,60.25,10,80.25,40,cyclist,0.55,0.81,doubtful", lines[1]);
    }

    private AnnotationSet RoundTrip(string tool, ReviewBatch batch, Func<string, string> edit, bool isChangedOnly = false)
    {
        var format = ReviewFormats.Find(tool);
        var (name, text) = format.Write(batch)[0];
        var path = Path.Combine(_folder, name);

        // Label Studio gives annotations back in the shape of the predictions that it was given.
        File.WriteAllText(path, edit(text).Replace("\"predictions\"", "\"annotations\"", StringComparison.Ordinal));
        return ReviewImport.Corrections(batch, format.Read(path), path, isChangedOnly);
    }
}
