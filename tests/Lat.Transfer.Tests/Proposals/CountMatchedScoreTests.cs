namespace Lat.Transfer.Tests;

public sealed class CountMatchedScoreTests
{
    [Fact]
    public void TheScoreIsTheOneThatSortingFinds()
    {
        var random = new Seed(7).ToStream();
        var drawn = Enumerable.Range(0, 3000)
            .Select(index => (ClassIndex: random.NextInt(3), Score: index % 4 == 0 ? Math.Round(random.NextDouble(0, 1), 2) : random.NextDouble(0, 1)));
        List<(int ClassIndex, double Score)> scores = [.. drawn, (0, 0), (1, 1), (2, double.Epsilon), (0, Math.BitIncrement(0.5))];
        foreach (var rank in new[] { 1, 2, 17, 400, 900 })
        {
            var sorted = Enumerable.Range(0, 3)
                .Select(index => scores.Where(score => score.ClassIndex == index).Select(score => score.Score).OrderDescending().ElementAt(rank - 1));
            Assert.Equal(sorted, Of(scores, rank, rank, rank));
        }
    }

    [Fact]
    public void TheLastScoreIsFoundAndOneMoreIsNot()
    {
        (int, double)[] scores = [(0, 0.5), (0, 0.5), (0, 0.25), (1, 0.125), (1, 0.0)];
        Assert.Equal([0.25, 0.125], Of(scores, 3, 1));
        Assert.Equal([0.0, 0.0], Of(scores, 4, 3));
        Assert.Equal([0.5, double.PositiveInfinity], Of(scores, 2, 0));
        Assert.Equal([0.0], Of([], 1));
    }

    [Fact]
    public void ScoresAreGoneThroughAndNotHeld()
    {
        var passes = 0;
        IEnumerable<(int, double)> Scores()
        {
            passes++;
            for (var score = 0; score < 1000; score++)
            {
                yield return (0, score / 1000.0);
            }
        }

        Assert.Equal([0.99], Of(Scores(), 10));
        Assert.Equal(8, passes);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    public void AScoreThatHasNoRankIsRefused(double score) =>
        Assert.StartsWith("A score is ", Assert.Throws<ArgumentException>(() => Of([(0, score)], 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void FrequenciesOfAStreamAreThoseOfASet()
    {
        var here = new Box(0, 0, 10, 10);
        var set = new AnnotationSet(Some.Mid, [Some.Image("m", new Annotation(here, 0), new Annotation(here, 2)), Some.Image("n", new Annotation(here, 2) { IsCrowd = true }), Some.Image("o")]);
        Assert.Equal(ClassFrequencies.Of(set), ClassFrequencies.Of(set.LabelSpace, set.Images.Select(image => image)));
        Assert.Equal([0, 0, 0], ClassFrequencies.Of(Some.Mid, []).PerImage);
    }

    /// <summary>One image, so that a frequency is a rank.</summary>
    private static double[] Of(IEnumerable<(int, double)> scores, params double[] ranks) =>
        new ClassFrequencies([.. ranks]).ScoresOfAsMany(new PredictedScores(1, scores));
}
