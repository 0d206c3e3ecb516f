namespace Lat.Detection.Tests;

/// <summary>Against scipy's answers (eng/golden/deformable_detr/assignment.py), and against every assignment there is.</summary>
public class HungarianAssignmentTests
{
    [Fact]
    public void AssignmentsAreThoseOfScipy()
    {
        foreach (var golden in Golden.Read("assignment.json").EnumerateArray())
        {
            var (rows, columns) = (golden.GetProperty("rows").GetInt32(), golden.GetProperty("columns").GetInt32());
            var costs = Recipe.Numbers(golden.GetProperty("name").GetString()!, rows * columns);
            var pairs = HungarianAssignment.Solve(costs, rows, columns).Select((column, row) => (row, column)).Where(pair => pair.column >= 0);
            Assert.Equal(golden.GetProperty("pairs").EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetInt32())), pairs);
        }
    }

    [Fact]
    public void AmongEqualCostsTheLeastSumIsScipysToo()
    {
        foreach (var golden in Golden.Read("assignment.json").EnumerateArray())
        {
            var (rows, columns) = (golden.GetProperty("rows").GetInt32(), golden.GetProperty("columns").GetInt32());
            var costs = Recipe.Numbers(golden.GetProperty("name").GetString()!, rows * columns).Select(cost => Math.Floor(cost * 4)).ToArray();
            Assert.Equal(golden.GetProperty("wholeCost").GetInt32(), Cost(costs, columns, HungarianAssignment.Solve(costs, rows, columns)));
        }
    }

    [Fact]
    public void NoAssignmentOfSmallMatricesWithTiesCostsLess()
    {
        var random = new Seed(1).ToStream();
        for (var trial = 0; trial < 300; trial++)
        {
            var (rows, columns) = (1 + random.NextInt(5), 1 + random.NextInt(5));
            var costs = Enumerable.Range(0, rows * columns).Select(_ => (double)random.NextInt(7) - 3).ToArray();
            var solved = HungarianAssignment.Solve(costs, rows, columns);
            Assert.Equal(Math.Min(rows, columns), solved.Count(column => column >= 0));
            Assert.Equal(solved.Where(column => column >= 0).Count(), solved.Where(column => column >= 0).Distinct().Count());
            Assert.Equal(Best(costs, rows, columns, 0, 0, Math.Max(0, rows - columns)), Cost(costs, columns, solved));
        }
    }

    [Fact]
    public void OfEqualCostsTheLowestColumnsAreTaken() => Assert.Equal([0, 1, 2], HungarianAssignment.Solve(new double[15], 3, 5));

    [Fact]
    public void OfEqualCostsTheLowestRowsAreServed() => Assert.Equal([0, 1, -1, -1], HungarianAssignment.Solve(new double[8], 4, 2));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 0)]
    [InlineData(0, 0)]
    public void NothingIsAssignedToNothing(int rows, int columns) =>
        Assert.Equal(Enumerable.Repeat(-1, rows), HungarianAssignment.Solve([], rows, columns));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ACostThatIsNotFiniteIsRefused(double cost) =>
        Assert.Contains("finite", Assert.Throws<ArgumentException>(() => HungarianAssignment.Solve([1, cost], 1, 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void AMatrixOfAnotherSizeIsRefused() =>
        Assert.Contains("6 costs, not 5", Assert.Throws<ArgumentException>(() => HungarianAssignment.Solve(new double[5], 2, 3)).Message, StringComparison.Ordinal);

    private static double Cost(double[] costs, int columns, int[] solved) =>
        solved.Select((column, row) => column < 0 ? 0 : costs[(row * columns) + column]).Sum();

    /// <summary>The least sum of all assignments that leave out so many rows.</summary>
    private static double Best(double[] costs, int rows, int columns, int row, int taken, int left)
    {
        if (row == rows)
        {
            return 0;
        }

        var best = left > 0 ? Best(costs, rows, columns, row + 1, taken, left - 1) : double.PositiveInfinity;
        for (var column = 0; column < columns; column++)
        {
            if ((taken & (1 << column)) == 0)
            {
                best = Math.Min(best, costs[(row * columns) + column] + Best(costs, rows, columns, row + 1, taken | (1 << column), left));
            }
        }

        return best;
    }
}
