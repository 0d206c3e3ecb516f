namespace Lat.Reports.Tests;

public sealed class DatasetSectionTests
{
    private static string Section(ImportFacts? train = null, ImportFacts? validation = null)
    {
        var card = PageSamples.Content().Datasets[0];
        return DatasetSection.Of(new PageContent(Some.TwoSeeds())
        {
            Datasets = [card with { Import = new DatasetImport(train ?? PageSamples.Facts(), validation ?? train ?? PageSamples.Facts()) }],
        }).Body.Markup;
    }

    [Fact]
    public void ADatasetFromDiskShowsItsConventionAndItsLicence()
    {
        var section = Section();
        Assert.Contains("<span class=\"muted\">COCO JSON</span>", section, StringComparison.Ordinal);
        Assert.Contains("<dt>licence</dt><dd>each dataset&#39;s own</dd>", section, StringComparison.Ordinal);
        Assert.Contains("<dt>a box’s maximum in the files</dt><dd>exclusive</dd>", section, StringComparison.Ordinal);
        Assert.Contains("<dd>An <code>area</code> other than the box&#39;s is kept.</dd>", section, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>ignored</dt>", section, StringComparison.Ordinal);
    }

    [Fact]
    public void BoxesAreCountedByClassAndBySizeInBothSets()
    {
        var section = Section(validation: PageSamples.Facts() with { Classes = [new ImportedClass("vehicle", 2, 1, 0)], BoxSides = [new BoxSideCount(2, 1)] });
        Assert.Contains("""<bdi>vehicle</bdi></th><td class="number bar" style="--part:1">6</td><td class="number bar" style="--part:1">2</td><td class="number">2</td>""", section, StringComparison.Ordinal);
        Assert.Contains("""<th scope="row">2 to below 4</th><td class="number bar" style="--part:0.286">2</td><td class="number bar" style="--part:0">0</td>""", section, StringComparison.Ordinal);
        Assert.Contains(">crowds in both</th>", section, StringComparison.Ordinal);
        Assert.DoesNotContain(">ignored in both</th>", section, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsTwiceOrBrokenIsCountedAndTheFirstAreNamed()
    {
        var section = Section();
        Assert.Contains("<bdi>2 in 1 group</bdi>", section, StringComparison.Ordinal);
        Assert.Contains("<bdi>11.1 %</bdi>", section, StringComparison.Ordinal);
        Assert.Contains("<summary>Broken images in validation</summary>", section, StringComparison.Ordinal);
        Assert.Contains("broken-9.jpg&#39; ends", section, StringComparison.Ordinal);
        Assert.DoesNotContain("broken-10.jpg", section, StringComparison.Ordinal);
        Assert.Contains("and 2 more; the import’s card.json names up to 100", section, StringComparison.Ordinal);
        Assert.DoesNotContain("<summary>Warnings", section, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesInACardAreEscaped() => Assert.DoesNotContain("<script>", Section(), StringComparison.Ordinal);

    [Fact]
    public void AGeneratedDatasetShowsItsClassesAlone()
    {
        var section = DatasetSection.Of(new PageContent(Some.TwoSeeds()) { Datasets = [PageSamples.Content().Datasets[1]] }).Body.Markup;
        Assert.Contains("<span class=\"muted\">streets</span>", section, StringComparison.Ordinal);
        Assert.Contains("""<bdi>car</bdi></th><td class="number bar" style="--part:1">3</td>""", section, StringComparison.Ordinal);
        Assert.DoesNotContain("licence", section, StringComparison.Ordinal);
    }
}
