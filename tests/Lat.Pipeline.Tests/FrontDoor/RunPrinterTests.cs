using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class RunPrinterTests
{
    private static readonly StageNode Mid = Node("detector/mid"), Fine = Node("detector/fine");

    [Fact]
    public void OnATerminalEveryRunningStageHasOneLineThatIsDrawnAgainInPlace()
    {
        var (screen, printer) = Open(200);
        printer.StageStarted(Start(Mid));
        printer.StageStarted(Start(Fine));
        Assert.Equal(["detector/fine  0:00", "detector/mid  0:00"], screen.Screen);
        Report(printer, Mid, StageProgressTests.Whole.ToLine());
        Assert.Equal(2, screen.Screen.Count);
        Assert.Equal(
            "detector/mid  iteration 340/900  loss 1.250 (class 0.750, box 0.500)  rate 0.006  31.3 images/s  data wait 0.4%  1.5 GiB  0:54 left  0:00",
            screen.Screen[1]);
        Report(printer, Mid, "writes the weights");
        Assert.Equal("detector/mid  writes the weights  0:00", screen.Screen[1]);
    }

    [Fact]
    public void WhatStaysIsPrintedAboveTheRunningStages()
    {
        var (screen, printer) = Open(200);
        printer.StageStarted(Start(Mid));
        printer.StageStarted(Start(Fine));
        Report(printer, Fine, StageProgressTests.Whole.ToLine());
        printer.StageFinished(Ran(Fine));
        Assert.StartsWith("[  1/2] detector/fine  3.0 s  iteration 340/900  loss 1.250", screen.Screen[0], StringComparison.Ordinal);
        Assert.Equal("detector/mid  0:00", screen.Screen[1]);
        printer.StageFinished(new StageOutcome { Node = Mid, Status = StageStatus.Failed, Seconds = 4, Error = new LatException("The disk is full.\nFree some.") });
        Assert.Equal(["[  2/2] detector/mid  FAILED after 4.0 s", "          The disk is full.", "          Free some."], screen.Screen.Skip(1));
    }

    [Fact]
    public void NoLineWrapsHoweverNarrowTheTerminal()
    {
        for (var width = 12; width < 130; width += 7)
        {
            var (screen, printer) = Open(width);
            printer.StageStarted(Start(Mid));
            Report(printer, Mid, StageProgressTests.Whole.ToLine());
            Assert.Single(screen.Screen);
        }
    }

    [Fact]
    public void ElsewhereThereIsNoEscapeSequenceAndALineForPeopleAtTheEnd()
    {
        using var output = new StringWriter();
        var printer = new RunPrinter(output, 1, clock: new StandingClock());
        printer.StageStarted(Start(Mid));
        Report(printer, Mid, StageProgressTests.Whole.ToLine());
        Assert.Equal("", output.ToString());
        printer.StageFinished(Ran(Mid));
        Assert.StartsWith("[  1/1] detector/mid  3.0 s  iteration 340/900  loss 1.250 (class", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output.ToString());
        Assert.DoesNotContain(StageProgress.Mark, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AStageThatGoesOnSaysSo()
    {
        var (screen, printer) = Open(100);
        printer.StageStarted(Start(Mid) with { IsResumed = true });
        Assert.Equal(["          detector/mid  continues where an earlier attempt stopped", "detector/mid  0:00"], screen.Screen);
    }

    [Fact]
    public void ARunThatIsStoppedSaysWhatIsKeptAndHowToGoOn()
    {
        using var output = new StringWriter();
        var printer = new RunPrinter(output, 3, clock: new StandingClock());
        printer.StageStarted(Start(Mid));
        printer.StageStarted(Start(Fine));
        printer.StageFinished(Ran(Fine));
        printer.Stop();
        Assert.EndsWith(
            $"Stopped: 1 of 3 stages are done and kept. detector/mid was running and will go on from the last checkpoint, if there is one. To go on, give the same command again.{output.NewLine}",
            output.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ANoticeStaysAboveTheRunningStagesAndInALog()
    {
        var (screen, printer) = Open(200);
        using var log = new StringWriter();
        var logged = new RunPrinter(log, 1, clock: new StandingClock());
        foreach (var each in new[] { printer, logged })
        {
            each.StageStarted(Start(Mid));
            Report(each, Mid, StageNotice.ToLine("The checkpoint is damaged.\nTraining starts again."));
            Report(each, Mid, StageProgressTests.Whole.ToLine());
        }

        Assert.Equal("          detector/mid  The checkpoint is damaged. Training starts again.", screen.Screen[0]);
        Assert.StartsWith("detector/mid  iteration 340/900", screen.Screen[1], StringComparison.Ordinal);
        Assert.Equal($"          detector/mid  The checkpoint is damaged. Training starts again.{log.NewLine}", log.ToString());
    }

    [Fact]
    public void AnAttemptThatIsRepeatedSaysWhy()
    {
        using var output = new StringWriter();
        new RunPrinter(output, 1, clock: new StandingClock()).StageRetried(Mid, new TransientFaultException("The mount does not answer."));
        Assert.Equal($"          detector/mid  failed and is tried again{output.NewLine}          The mount does not answer.{output.NewLine}", output.ToString());
    }

    /// <summary>No time goes by, however slow the machine is.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }

    private static (FakeTerminal Screen, RunPrinter Printer) Open(int width)
    {
        var screen = FakeTerminal.Create(width);
        return (screen, new RunPrinter(screen.Output, 2, screen.Terminal, new StandingClock()) { RedrawTime = TimeSpan.Zero });
    }

    private static void Report(RunPrinter printer, StageNode node, string line) => printer.StageReported(node, line);

    private static StageNode Node(string name) => new() { Name = name, Kind = "detector", CodeRevision = "1" };

    private static StageInvocation Start(StageNode node)
    {
        var parts = new StageKeyParts { Kind = node.Kind, CodeRevision = node.CodeRevision };
        return new StageInvocation
        {
            Node = node, Parts = parts, Key = parts.ToKey(), Inputs = NamedMap.Create<string>([]), WorkDirectory = "work", Report = _ => { },
        };
    }

    private static StageOutcome Ran(StageNode node) => new() { Node = node, Status = StageStatus.Ran, Seconds = 3 };
}
