namespace Lat.Reports.Tests;

public sealed class TrainingCurveFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private TrainingCurve Read(string text)
    {
        File.WriteAllText(_path, text);
        return TrainingCurveFile.Read("detector/mid/seed-1", _path);
    }

    [Fact]
    public void EveryLossIsACurveAndOneNotNotedIsAbsent()
    {
        var curve = Read("""{"iteration": 20, "losses": {"class": 1.5}}""" + "\n" + """{"iteration": 40, "losses": {"class": 0.5, "box": 2}}""" + "\n");
        Assert.Equal([20, 40], curve.Iterations);
        Assert.Equal(new LossCurve("class", [1.5, 0.5]), curve.Losses[0]);
        Assert.Equal([double.NaN, 2], curve.Losses[1].Values);
    }

    [Theory]
    [InlineData("""{"iteration": 20, "losses": {}}""" + "\n{", "line 2")]
    [InlineData("""{"iteration": "x", "losses": {}}""", "line 1")]
    [InlineData("""{"losses": {}}""", "line 1")]
    [InlineData("[]", "line 1")]
    public void ALineThatIsNoneIsNamed(string text, string place)
    {
        var fault = Assert.Throws<LatException>(() => Read(text));
        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
        Assert.Contains(_path, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyFileHasNoPoints() => Assert.Empty(Read("").Iterations);
}
