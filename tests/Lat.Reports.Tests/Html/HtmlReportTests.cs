namespace Lat.Reports.Tests;

public sealed class HtmlReportTests
{
    private static string Page { get; } = PageSamples.WholePage();

    [Fact]
    public void TheSameContentGivesTheSameBytes() => Assert.Equal(Page, PageSamples.WholePage());

    [Fact]
    public void TheOrderInWhichResultsComeLeavesNoTrace()
    {
        var content = PageSamples.Content();
        var shuffled = content with { Results = content.Results with { Results = content.Results.Results.Reverse().ToEquatableArray() } };
        Assert.Equal(HtmlReport.Render(content), HtmlReport.Render(shuffled));
    }

    [Fact]
    public void NamesFromDataAreEscapedInTextAttributesAndJson()
    {
        Assert.DoesNotContain("<script>window", Page, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;&lt;script&gt;window.injected=1", Page, StringComparison.Ordinal);
        Assert.Contains("\\u003C/script\\u003E", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>it</b>", Page, StringComparison.Ordinal);
        Assert.Contains("&quot;", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsFetchedFromAnywhere()
    {
        Assert.Contains("default-src &#39;none&#39;", Page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"https?:", Page);
        Assert.DoesNotContain("@import", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePapersNumbersStandBesideTheOwn() => Assert.Contains("title=\"Table 1\">48.1</td>", Page, StringComparison.Ordinal);

    [Fact]
    public void APublicationThatPrintsApStandsBesideAp()
    {
        var content = PageSamples.Content() with { Published = [new PublishedNumber { Method = "lat", Target = Some.Mid, Metric = EvaluationMetric.Ap, Value = 39.6, Place = "Table 6" }] };
        Assert.Matches("""AP</th><th scope="col" class="number">gain</th><th scope="col" class="number">paper</th></tr>""", HtmlReport.Render(content));
        Assert.Contains("title=\"Table 6\">39.6</td></tr>", HtmlReport.Render(content), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasNotMeasuredIsSaidToBeMissing()
    {
        var page = HtmlReport.Render(new PageContent(Some.TwoSeeds()));
        string[] absences =
        [
            "The true labels of these datasets are not known", "errors were not sorted", "so there are no curves", "No calibration was measured",
            "so there is no correspondence", "so there are no shifts", "so there is nothing to look at", "so there are no cards", "so it knows no stages",
        ];
        Assert.All(absences, absence => Assert.Contains(absence, page, StringComparison.Ordinal));
    }

    [Fact]
    public void TheRunFillsItsPlacesAndNoOther()
    {
        var page = HtmlReport.Render(PageSamples.Content());
        Assert.Contains("<title>Lat report – Lat</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("detector/mid</th>", page, StringComparison.Ordinal);
        Assert.Contains("<title>quickstart – Lat</title>", Page, StringComparison.Ordinal);
        Assert.Contains("detector/mid</th>", Page, StringComparison.Ordinal);
        Assert.Contains("&lt;!--run:title--&gt;", Page, StringComparison.Ordinal);
        Assert.Equal(Page, HtmlReport.Complete(Page, PageSamples.Run()));
    }

    [Fact]
    public void TheRunsRowsCostsAndDepartedSettingsStandOnThePageAsInTheText()
    {
        Assert.Contains("<caption>What each row trained on</caption>", Page, StringComparison.Ordinal);
        Assert.Contains("<bdi>the target and more</bdi></td>", Page, StringComparison.Ordinal);
        Assert.Contains("11 computations cost 2.03 CPU hours and 0.010 GPU hours when they ran; the largest process had 600 MiB of memory; they hold 5 GiB of disk. A row&#39;s own cost", Page, StringComparison.Ordinal);
        Assert.Contains("<bdi>all together</bdi></th>", Page, StringComparison.Ordinal);
        Assert.Contains("""<td class="number">512 MiB</td><td class="number">1.5 MiB</td>""", Page, StringComparison.Ordinal);
        Assert.Contains("<caption>Settings that differ from the publication</caption>", Page, StringComparison.Ordinal);
        Assert.Matches("lat.training.batchSize</bdi></th><td class=\"number\" ><bdi>4</bdi></td><td class=\"number\" ><bdi>8</bdi></td>", Page);
        Assert.DoesNotContain("all together", HtmlReport.Render(PageSamples.Content()), StringComparison.Ordinal);
    }

    [Fact]
    public void ThePublishedNumbersStandWithTheirDeviation() =>
        Assert.Matches("<bdi>48.1</bdi></td><td class=\"number\" ><bdi>50.5</bdi></td><td class=\"number\" ><bdi>[+]2.4</bdi></td><td><bdi>Table 1</bdi></td>", Page);

    [Fact]
    public void AbsentClassesAndIntervalsAreSaidAsInTheText()
    {
        var page = HtmlReport.Render(new PageContent(Some.Measured()));
        Assert.Contains("No object of tram in the validation images of mid: not measured, and in no mean.", page, StringComparison.Ordinal);
        Assert.Contains("&#177; half its 95 % interval over images and seeds; ≈ marks one inside its interval", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoPageCannotBeCompleted() =>
        Assert.Contains("has no place for the run's title", Assert.Throws<LatException>(() => HtmlReport.Complete("<p>", PageSamples.Run())).Message, StringComparison.Ordinal);

    [Fact]
    public void MissedGatesAreNamedInWordsNotColoursAlone()
    {
        Assert.Contains("<b>passed</b> AP50 of lat on mid", Page, StringComparison.Ordinal);
        Assert.Contains("<b>missed</b> AP50 of &lt;i&gt;mid", Page, StringComparison.Ordinal);
    }
}
