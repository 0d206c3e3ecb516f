namespace Lat.Pipeline.Tests;

public sealed class FoldTests
{
    private static AnnotationSet Set(int images) =>
        new(new LabelSpace("car"), Enumerable.Range(0, images).Select(index => new AnnotatedImage(FormattableString.Invariant($"{index}.png"), new ImageSize(8, 8), [])));

    [Fact]
    public void FoldsAreStretchesOfTheSetThatCoverItOnce()
    {
        var left = Enumerable.Range(0, 3).Select(index => new Fold(index, 3).Without(Set(8)).Images.Select(image => image.FileName).ToHashSet()).ToList();
        Assert.All(Set(8).Images, image => Assert.Equal(2, left.Count(fold => fold.Contains(image.FileName))));
        Assert.Equal(["3.png", "4.png", "5.png", "6.png", "7.png"], left[0].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ASetOfFewerImagesThanFoldsIsRefused() => Assert.Equal(
        "A training set of 2 images cannot be cut into 3 folds. Lower 'lat.model.proposals.folds'.",
        Assert.Throws<LatException>(() => new Fold(0, 3).Without(Set(2))).Message);
}
