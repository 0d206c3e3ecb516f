using System.Text.Json;

namespace Lat.Reports.Tests;

public sealed class PageInBrowserTests(BrowserRun run) : IClassFixture<BrowserRun>
{
    private JsonElement Viewer => run.Report.GetProperty("viewer");

    [BrowserFact]
    public void ThePageOpensWithoutAnErrorAndAsksTheNetworkForNothing()
    {
        Assert.Empty(run.Report.GetProperty("errors").EnumerateArray().Select(error => error.GetString()));
        Assert.Empty(run.Report.GetProperty("requests").EnumerateArray().Select(request => request.GetString()));
        Assert.Equal("quickstart – Lat", run.Report.GetProperty("title").GetString());
    }

    [BrowserFact]
    public void NoNameFromDataBecomesMarkup() => Assert.False(run.Report.GetProperty("injected").GetBoolean());

    [BrowserFact]
    public void EverySectionIsLinkedAndShowsSomething()
    {
        var sections = run.Report.GetProperty("sections").EnumerateArray().ToList();
        Assert.Equal(13, sections.Count);
        Assert.All(sections, section => Assert.True(section.GetProperty("words").GetInt32() > 12, section.ToString()));
        Assert.True(sections.Count(section => section.GetProperty("current").GetBoolean()) >= sections.Count - 2); // the last ones fit the screen together
    }

    [BrowserFact]
    public void EveryChartIsDrawn()
    {
        var colours = run.Report.GetProperty("charts").EnumerateArray().Select(chart => chart.GetInt32()).ToList();
        Assert.Equal(3, colours.Count);
        Assert.All(colours, count => Assert.True(count > 10, "The canvas is empty."));
    }

    [BrowserFact]
    public void AListShowsOneOfItsViews() => Assert.True(run.Report.GetProperty("switched").GetBoolean());

    [BrowserFact]
    public void WhateverCanBeUsedHasANameAndEveryHeadItsScope()
    {
        Assert.Empty(run.Report.GetProperty("unnamed").EnumerateArray().Select(node => node.GetString()));
        Assert.Equal(0, run.Report.GetProperty("scopes").GetInt32());
    }

    [BrowserFact]
    public void LabelsStandSideBySide() =>
        Assert.Equal(["coarse (own labels)", "pseudo-label", "lat", "truth"], Viewer.GetProperty("panels").EnumerateArray().Select(panel => panel.GetString()));

    [BrowserFact]
    public void ArrowKeysGoFromImageToImage()
    {
        Assert.NotEqual(Text("first"), Text("afterRight"));
        Assert.Equal(Text("first"), Text("afterLeft"));
    }

    [BrowserFact]
    public void AKeyChoosesABoxAndSaysItsClassScoreAndOrigin() =>
        Assert.Matches("^coarse: .+ · score 1.00 · the dataset’s own .box 1 of", Text("chosen"));

    [BrowserFact]
    public void FiltersByClassScoreAndAgreementLeaveTheirBoxesOnly()
    {
        Assert.Equal((11, 3, 3), (Number("all"), Number("differing"), Number("differingShown")));
        Assert.Equal((9, 5, 5), (Number("boxes"), Number("ofOneClass"), Number("sureOnly")));
        Assert.Equal(Number("all"), Number("rows"));
    }

    [BrowserFact]
    public void HoveringSaysWhatABoxIs() => Assert.Matches("score [01].[0-9]+ · ", Text("tip"));

    [BrowserFact]
    public void TheThemeFollowsTheSystemAndCanBeForced()
    {
        var themes = run.Report.GetProperty("themes");
        Assert.All(new[] { "followsSystem", "forcesLight", "forcesDark" }, theme => Assert.True(themes.GetProperty(theme).GetBoolean(), theme));
    }

    [BrowserFact]
    public void TheFirstTabReachesTheSkipLinkAndShowsIt()
    {
        Assert.Equal("skip", run.Report.GetProperty("firstFocus").GetString());
        Assert.NotEqual("none", run.Report.GetProperty("focusRing").GetString());
    }

    [BrowserFact]
    public void APhoneNeedsNoSidewaysScrolling() => Assert.True(run.Report.GetProperty("narrowOverflow").GetInt32() <= 0);

    private string Text(string name) => Viewer.GetProperty(name).GetString()!;

    private int Number(string name) => Viewer.GetProperty(name).GetInt32();
}
