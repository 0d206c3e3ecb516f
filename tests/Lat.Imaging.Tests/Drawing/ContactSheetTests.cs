using Lat.Core;

namespace Lat.Imaging.Tests;

public sealed class ContactSheetTests
{
    [Fact]
    public void ImagesStandInRowsWithGaps()
    {
        var sheet = ContactSheet.Compose([Some.Plain(4, 3, 1, 0, 0), Some.Plain(4, 3, 2, 0, 0), Some.Plain(2, 2, 3, 0, 0)], columns: 2, gap: 1);

        Assert.Equal(new ImageSize(11, 9), sheet.Size);
        Assert.Equal((32, 32, 32), sheet.At(0, 0));
        Assert.Equal((1, 0, 0), sheet.At(1, 1));
        Assert.Equal((32, 32, 32), sheet.At(5, 1));
        Assert.Equal((2, 0, 0), sheet.At(6, 1));
        Assert.Equal((3, 0, 0), sheet.At(2, 6));
        Assert.Equal((32, 32, 32), sheet.At(3, 7));
    }

    [Fact]
    public void FewerImagesThanColumnsMakeANarrowSheet() =>
        Assert.Equal(new ImageSize(6, 5), ContactSheet.Compose([Some.Plain(4, 3, 1, 0, 0)], columns: 5, gap: 1).Size);

    [Fact]
    public void NoImageMakesNoSheet() => Assert.Throws<ArgumentException>(() => ContactSheet.Compose([], 2, 1));
}
