namespace Lat.Detection.Tests;

public class ScoreOrderTests
{
    [Fact]
    public void TiesKeepTheirOrderAndNotANumberIsLast() =>
        Assert.Equal([3, 0, 2, 5, 1, 4], ScoreOrder.Best([1, -2, 1, 7, float.NaN, 0]));

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(2999)]
    [InlineData(5000)]
    public void TheBestFewAreTheHeadOfTheWholeOrder(int limit)
    {
        var scores = Some.Numbers(3000, new Seed(8).ToStream());
        Assert.Equal(ScoreOrder.Best(scores).Take(limit), ScoreOrder.Best(scores, limit));
        Assert.Equal(Enumerable.Range(0, 3000).OrderByDescending(index => scores[index]).Take(limit), ScoreOrder.Best(scores, limit));
    }
}
