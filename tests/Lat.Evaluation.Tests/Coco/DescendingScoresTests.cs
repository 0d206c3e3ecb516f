namespace Lat.Evaluation.Tests;

public class DescendingScoresTests
{
    [Fact]
    public void EqualScoresStayInTheirOrderZerosOfEitherSignIncluded() =>
        Assert.Equal("1 4 0 3 5 2", string.Join(' ', DescendingScores.OrderOf([0.0, 0.5, -1, -0.0, 0.5, 0.0])));

    [Fact]
    public void ManyEqualScoresStayInTheirOrder()
    {
        var scores = Enumerable.Range(0, 1000).Select(index => (index % 3) / 2.0).ToArray();
        Assert.Equal(Enumerable.Range(0, 1000).OrderByDescending(index => scores[index]), DescendingScores.OrderOf(scores));
    }
}
