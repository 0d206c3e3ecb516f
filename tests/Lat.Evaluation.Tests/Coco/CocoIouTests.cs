namespace Lat.Evaluation.Tests;

public class CocoIouTests
{
    [Fact]
    public void ARowHasTheBitsOfSingleOverlaps()
    {
        var random = new Seed(5).ToStream();
        for (var round = 0; round < 50; round++)
        {
            var objects = Enumerable.Range(0, 1 + random.NextInt(9)).Select(_ => new CocoObject(
                0, 0, random.NextDouble(0, 20), random.NextDouble(0, 20), random.NextDouble(0, 30), random.NextDouble(0, 30), 1) { IsCrowd = random.NextBool(0.3) }).ToArray();
            var detection = new CocoPrediction(0, 0, random.NextDouble(0, 20), random.NextDouble(0, 20), random.NextDouble(0, 30), random.NextDouble(0, 30), 1);
            var columns = new TargetColumns();
            columns.Fill(objects, [.. Enumerable.Range(0, objects.Length)]);
            var row = new double[columns.PaddedCount];
            CocoIou.Row(detection, columns, row);
            Assert.Equal(objects.Select(item => CocoIou.Of(detection, item)), row[..objects.Length]);
            Assert.All(row[objects.Length..], padding => Assert.Equal(0, padding));
        }
    }
}
