namespace Lat.Evaluation.Tests;

public class ConfusionAnalyzerTests
{
    [Fact]
    public void ObjectsAreCountedByWhatTheyAreTakenFor()
    {
        var matrix = ConfusionAnalyzer.Analyze(SomeInput.Of(
            [SomeInput.Object(0), SomeInput.Object(20), SomeInput.Object(40, 1), SomeInput.Object(60, 1)],
            [SomeInput.Found(0, 0.9), SomeInput.Found(20, 0.9, 1), SomeInput.Found(41, 0.9, 1), SomeInput.Found(90, 0.9), SomeInput.Found(60, 0.1, 1)]));
        Assert.Equal([[1, 1, 0], [0, 1, 1], [1, 0, 0]], matrix.Counts.Select(row => row.ToArray()));
        Assert.Equal(1.0 / 3, matrix.WrongClassShare(), 12);
    }

    [Fact]
    public void TwoLabelSpacesMeetOnTheSameImages()
    {
        var first = new AnnotationSet(new LabelSpace("cyclist"), [Image("a.png", Some.Object(0), Some.Object(40)), Image("b.png", Some.Object(0))]);
        var second = new AnnotationSet(new LabelSpace("rider", "bicycle"), [Image("a.png", Some.Object(1), Some.Object(40, 1), Some.Object(80, 1))]);
        var matrix = ConfusionAnalyzer.Analyze(first, second);
        Assert.Equal([[1, 1, 0], [0, 1, 0]], matrix.Counts.Select(row => row.ToArray()));
        Assert.Equal(1, matrix.WrongClassShare());

        static AnnotatedImage Image(string name, params Annotation[] annotations) => new(name, Some.Size, [.. annotations]);
    }

    [Fact]
    public void ABoxIsInOnePairAtMostAndTheBestOverlapGoesFirst()
    {
        var matrix = ConfusionAnalyzer.Analyze(SomeInput.Of([SomeInput.Object(0)], [SomeInput.Found(2, 0.9, 1), SomeInput.Found(0, 0.5)]));
        Assert.Equal([[1, 0, 0], [0, 0, 0], [0, 1, 0]], matrix.Counts.Select(row => row.ToArray()));
    }

    [Fact]
    public void WithoutAPairThereIsNoShare() =>
        Assert.True(double.IsNaN(ConfusionAnalyzer.Analyze(SomeInput.Of([SomeInput.Object(0)], [])).WrongClassShare()));
}
