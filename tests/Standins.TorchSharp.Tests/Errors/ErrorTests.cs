using System.Runtime.InteropServices;

namespace Standins.TorchSharp.Tests;

public class ErrorTests
{
    [Fact]
    public void LibtorchsMessageComesWithThePackagesException()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ExternalException>(() => ones(2).backward());
        Assert.Contains("does not require grad", error.Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => ones(2).view(3));
        Assert.Equal(2f, ones(2).sum().item<float>());
    }

    [Fact]
    public void ADisposedTensorIsNoCrash()
    {
        var a = ones(2);
        a.Dispose();
        a.Dispose();
        Assert.Throws<InvalidOperationException>(() => a + 1);
    }

    [Fact]
    public void DevicesThatAreMissingAreSaidSo()
    {
        if (!cuda.is_available())
        {
            using var a = ones(1);
            Assert.Throws<ExternalException>(() => a.to("cuda:0"));
            Assert.Throws<ExternalException>(() => cuda.synchronize());
            Assert.Equal(0, cuda.device_count());
        }
    }
}
