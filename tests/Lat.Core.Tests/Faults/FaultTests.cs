namespace Lat.Core.Tests;

public sealed class FaultTests
{
    [Fact]
    public void AnExceptionForTheUserKeepsItsMessageAndItsCause()
    {
        var cause = new IOException("disk");
        var exception = new LatException("The file cannot be read.", cause);
        Assert.Equal(("The file cannot be read.", cause), (exception.Message, exception.InnerException));
    }

    [Fact]
    public void APlaceIsShownAsEditorsReadIt()
    {
        Assert.Equal("a.yaml:3:7", new FilePosition("a.yaml", 3, 7).ToString());
        Assert.Equal("--set 'a=b'", FilePosition.OfWhole("--set 'a=b'").ToString());
        Assert.True(FilePosition.OfWhole("x").IsWhole && !new FilePosition("x", 1, 1).IsWhole);
    }
}
