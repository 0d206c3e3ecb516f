using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class DatasetFormatsTests
{
    [Fact]
    public void EveryFormatIsFoundByItsNameAndAliases()
    {
        foreach (var format in DatasetFormats.All)
        {
            Assert.All([format.Name, format.Name.ToUpperInvariant(), .. format.Aliases], name => Assert.Same(format, DatasetFormats.Find(name)));
        }
    }

    [Fact]
    public void NoNameMeansTwoFormats()
    {
        var names = DatasetFormats.All.SelectMany(format => format.Aliases.Append(format.Name)).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void TheElevenFormatsAreThere() => Assert.Equal(
        ["acdc", "bdd100k", "cityscapes", "coco", "nuimages", "shift", "streets", "synscapes", "voc", "waymo", "yolo"],
        DatasetFormats.All.Select(format => format.Name));

    [Fact]
    public void EachSaysWhatOneHasToKnow() => Assert.All(DatasetFormats.All, format => Assert.All(
        [
            format.Title, format.Documentation.Layout, format.Documentation.ImageSource, format.Documentation.BoxRules, format.Documentation.CrowdRule,
            format.Documentation.IgnoreRule, format.Documentation.Download, format.Documentation.Licence,
        ],
        text => Assert.NotEqual("", text.Trim())));

    [Theory]
    [InlineData("cityscape", "cityscapes")]
    [InlineData("wayno", "waymo")]
    [InlineData("nuImage s", "nuimage")]
    public void AMisspeltNameIsSuggested(string name, string suggestion)
    {
        var message = Assert.Throws<LatException>(() => DatasetFormats.Find(name)).Message;

        Assert.Contains($"Did you mean '{suggestion}", message, StringComparison.Ordinal);
        Assert.Contains("The formats are:", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAbsurdNameIsNot() =>
        Assert.DoesNotContain("Did you mean", Assert.Throws<LatException>(() => DatasetFormats.Find(new string('x', 500))).Message, StringComparison.Ordinal);
}
