namespace Lat.Reports.Tests.Review;

public sealed class ReviewFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-review-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("not xml", "is not XML")]
    [InlineData("<boxes/>", "its root is <boxes>; expected <annotations>")]
    [InlineData("<annotations/>", "has no <image>")]
    [InlineData("<annotations><track/></annotations>", "CVAT for video")]
    [InlineData("<annotations><image name='a'><polygon label='car'/></image></annotations>", "line 1: <polygon> on 'a' is not a box")]
    [InlineData("<annotations><image name='a'><box label='car' xtl='1' ytl='1' xbr='nan' ybr='2'/></image></annotations>", "the 'xbr' 'nan'; expected a finite number")]
    [InlineData("<annotations><image name='a'><box label='car' xtl='1' ytl='1' xbr='5'/></image></annotations>", "has no 'ybr'")]
    [InlineData("<annotations><image name='a'><box label='car' xtl='9' ytl='1' xbr='5' ybr='2'/></image></annotations>", "is (9, 1, 5, 2). A box is")]
    [InlineData("<annotations><image name='a'><box label='car' rotation='30.0' xtl='1' ytl='1' xbr='5' ybr='2'/></image></annotations>", "turned by 30.0 degrees")]
    [InlineData("<annotations><image name='a'><box xtl='1' ytl='1' xbr='5' ybr='2'/></image></annotations>", "has no 'label'")]
    [InlineData("<annotations><image/></annotations>", "has no 'name'")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><annotations>&x;</annotations>", "is not XML")]
    public void ABrokenFileOfCvatSaysWhatIsWrong(string text, string expected) => AssertFault("cvat", text, expected);

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("{}", "is no list of tasks")]
    [InlineData("[{}]", "task 1: has no 'data.name'")]
    [InlineData("""[{"data":{"name":"a"}}]""", "has no list 'annotations'")]
    [InlineData("""[{"data":{"name":"a"},"annotations":[{}]}]""", "without the list 'result'")]
    [InlineData("""[{"data":{"name":"a"},"annotations":[{"result":[{"type":"polygonlabels"}]}]}]""", "task 1, result 1: is a 'polygonlabels'")]
    [InlineData("""[{"data":{"name":"a"},"annotations":[{"result":[{"type":"rectanglelabels"}]}]}]""", "has no 'original_width'")]
    [InlineData("""[{"data":{"name":"a"},"annotations":[{"result":[{"type":"rectanglelabels","original_width":9,"original_height":9,"value":{"x":1}}]}]}]""", "has no 'value' with the numbers")]
    [InlineData("""[{"data":{"name":"a"},"annotations":[{"result":[{"type":"rectanglelabels","original_width":9,"original_height":9,"value":{"x":1,"y":1,"width":1,"height":1,"rotation":3,"rectanglelabels":["car"]}}]}]}]""", "turned by 3 degrees")]
    [InlineData("""[{"data":{"name":"a"},"annotations":[{"result":[{"type":"rectanglelabels","original_width":9,"original_height":9,"value":{"x":1,"y":1,"width":1,"height":1,"rectanglelabels":[]}}]}]}]""", "has 0 labels; expected one")]
    [InlineData("""[{"data":{"name":"a"},"annotations":[{"result":[{"type":"rectanglelabels","original_width":9,"original_height":9,"value":{"x":1,"y":1,"width":-1,"height":1,"rectanglelabels":["car"]}}]}]}]""", "A box is")]
    public void ABrokenFileOfLabelStudioSaysWhatIsWrong(string text, string expected) => AssertFault("label-studio", text, expected);

    [Fact]
    public void EveryFaultOfAFileIsSaidAtOnce()
    {
        var fault = Assert.Throws<LatException>(() => ReviewImport.Corrections(
            SomeReview.Batch(),
            [
                new ReviewedImage("elsewhere.png", []) { Place = "line 2" },
                new ReviewedImage("a/2.jpg", [(new Box(0, 0, 9, 9), "tram")]) { Place = "line 3" },
                new ReviewedImage("a/1.png", []),
                new ReviewedImage("a/1.png", []) { Place = "line 5" },
            ],
            "back.xml"));
        Assert.Equal(
            """
            'back.xml' has 3 fault(s), and nothing of it was taken:
              line 2: the image 'elsewhere.png' was not handed out in this batch
              line 3: a box on 'a/2.jpg' has the class 'tram'; expected one of car, cyclist
              line 5: the image 'a/1.png' stands in the file twice
            """,
            fault.Message,
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"schemaVersion":1,"experiment":"e","method":"lat","source":"fine","target":"mid","classes":["car","car"],"images":[],"queue":[]}""")]
    [InlineData("""{"schemaVersion":1,"experiment":"e","method":"lat","source":"fine","target":"mid","classes":["car"],"images":[{"name":"a","width":9,"height":9,"labels":[{"box":[1,2],"className":"car","confidence":1,"source":null}]}],"queue":[]}""")]
    public void ABrokenBatchSaysWhereItComesFrom(string text)
    {
        var path = Path.Combine(_folder, ReviewBatchFile.FileName);
        File.WriteAllText(path, text);
        Assert.Contains("is no batch of `lat review export`", Assert.Throws<LatException>(() => ReviewBatchFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownToolNamesTheKnownOnes() => Assert.Equal(
        "No labelling tool 'paint'. There are: cvat, label-studio.", Assert.Throws<LatException>(() => ReviewFormats.Find("paint")).Message);

    [Fact]
    public void AMissingFileSaysWhatToGive() => Assert.Contains(
        "Give the file that the labelling tool exported",
        Assert.Throws<LatException>(() => ReviewFormats.Find("cvat").Read(Path.Combine(_folder, "none.xml"))).Message,
        StringComparison.Ordinal);

    private void AssertFault(string tool, string text, string expected)
    {
        var path = Path.Combine(_folder, "back");
        File.WriteAllText(path, text);
        Assert.Contains(expected, Assert.Throws<LatException>(() => ReviewFormats.Find(tool).Read(path)).Message, StringComparison.Ordinal);
    }
}
