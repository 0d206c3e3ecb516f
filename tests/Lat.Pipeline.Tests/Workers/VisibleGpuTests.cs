namespace Lat.Pipeline.Tests;

public sealed class VisibleGpuTests
{
    [Theory]
    [InlineData("cuda:0", null, "0")]
    [InlineData("cuda:3", "", "3")]
    [InlineData("cuda:1", "4,6", "6")]
    [InlineData("cuda:1", "GPU-8f6e, GPU-1a2b", "GPU-1a2b")]
    public void AWorkerIsShownOneOfTheGpusThatItsParentSees(string device, string? visible, string expected) => Assert.Equal(expected, VisibleGpu.For(device, visible));

    [Fact]
    public void TheOneGpuThatAWorkerSeesIsItsFirst()
    {
        Assert.Equal("cuda:0", VisibleGpu.SeenAs("cuda:3"));
        Assert.Equal("cpu", VisibleGpu.SeenAs(null));
    }
}
