namespace Standins.TorchSharp.Tests;

public class SavingTests
{
    [Fact]
    public void ATensorsFileHasThePackagesLayout()
    {
        using var scope = NewDisposeScope();
        using var memory = new MemoryStream();
        tensor(new float[,] { { 1 }, { 2 } }).Save(memory);
        Assert.Equal("06-02-02-01-00-00-80-3F-00-00-00-40", BitConverter.ToString(memory.ToArray()));
        memory.Position = 0;
        Assert.Equal([1f, 2], Tensor.Load(memory).data<float>().ToArray());
    }

    [Fact]
    public void EveryElementTypeComesBack()
    {
        using var scope = NewDisposeScope();
        foreach (var type in (ScalarType[])[uint8, int8, int16, int32, int64, float16, bfloat16, float32, float64, @bool])
        {
            using var memory = new MemoryStream();
            var saved = ones(300, type);
            saved.Save(memory);
            memory.Position = 0;
            var loaded = Tensor.Load(memory);
            Assert.Equal(type, loaded.dtype);
            Assert.True(saved.Equals(loaded));
        }
    }

    [Fact]
    public void AFileThatIsNoTensorIsRefused()
    {
        Assert.Throws<InvalidDataException>(() => Tensor.Load(new MemoryStream([0x63, 0x01])));
        Assert.Throws<EndOfStreamException>(() => Tensor.Load(new MemoryStream([0x06, 0x01, 0x02, 0x00])));
    }
}
