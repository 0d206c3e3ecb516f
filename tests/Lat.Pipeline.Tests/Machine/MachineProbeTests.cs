namespace Lat.Pipeline.Tests;

public sealed class MachineProbeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Asked => File.Exists(_folder["asked"]) ? File.ReadAllText(_folder["asked"]) : "";

    private MachineProbe Probe(string answer = "{\"torchVersion\":\"1.13.1\",\"cudaDevices\":0}") =>
        new(ScriptedWorker.Write(_folder, $"printf x >> '{_folder["asked"]}'\necho '{answer}'\n"), _folder["memory/machine.json"]);

    [Fact]
    public void AWorkerIsAskedOnceAndItsAnswerKept()
    {
        var probe = Probe();
        Assert.Equal(new MachineDescription("1.13.1", 0), probe.Describe());
        Assert.Equal(probe.Describe(), probe.Describe());
        Assert.Equal("x", Asked);
    }

    [Fact]
    public void AnotherWorkerIsAskedAgain()
    {
        Probe().Describe();
        Assert.Equal(3, Probe("{\"torchVersion\":\"2.11.0\",\"cudaDevices\":3}").Describe().CudaDevices);
        Assert.Equal("xx", Asked);
    }

    [Fact]
    public void ADamagedMemoryIsAskedAnew()
    {
        var probe = Probe();
        probe.Describe();
        File.WriteAllText(_folder["memory/machine.json"], File.ReadAllText(_folder["memory/machine.json"]).Split('\n')[0] + "\n{broken");
        Assert.Equal("1.13.1", probe.Describe().TorchVersion);
        Assert.Equal("xx", Asked);
    }

    [Fact]
    public void AnAnswerThatIsNoneIsShown()
    {
        var refusal = Assert.Throws<LatException>(() => Probe("hello").Describe());
        Assert.Contains("machine --json' gave no description of the machine:\nhello", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["memory"]));
    }
}
