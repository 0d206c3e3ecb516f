namespace Lat.Pipeline.Tests;

public sealed class DeviceChoiceTests
{
    private static readonly MachineDescription TwoGpus = new("2.6.0", 2);

    private static readonly MachineDescription NoGpu = new("1.13.1", 0);

    [Fact]
    public void AutoTakesEveryGpuOrElseTheCpu()
    {
        Assert.Equal(["cuda:0", "cuda:1"], DeviceChoice.Resolve("auto", TwoGpus).Devices);
        Assert.Equal(["cpu"], DeviceChoice.Resolve("auto", NoGpu).Devices);
    }

    [Fact]
    public void ADeviceIsTakenByName()
    {
        Assert.Equal(["cuda:1"], DeviceChoice.Resolve("cuda:1", TwoGpus).Devices);
        Assert.Equal("cuda", DeviceChoice.Resolve("cuda:1", TwoGpus).Kind);
        Assert.Equal("cpu", DeviceChoice.Resolve("cpu", TwoGpus).Kind);
    }

    [Theory]
    [InlineData("gpu")]
    [InlineData("cuda")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:x")]
    [InlineData("CPU")]
    public void AnythingElseIsNoDevice(string device) => Assert.Equal(
        $"No device '{device}'. A device is auto, cpu or cuda:N.", Assert.Throws<LatException>(() => DeviceChoice.Resolve(device, TwoGpus)).Message);

    [Fact]
    public void AGpuThatTheMachineLacksIsRefusedWithWhatItHas() => Assert.Equal(
        "No device 'cuda:2': libtorch 2.6.0 sees 2 GPUs here. Use --device cpu.",
        Assert.Throws<LatException>(() => DeviceChoice.Resolve("cuda:2", TwoGpus)).Message);
}
