using Lat.Core;
using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>What reruns and what does not, counted on the whole pipeline with real workers.</summary>
[Collection(PipelineCollection.Name)]
public sealed class RerunTests(PipelineFixture fixture)
{
    private Workshop Workshop => fixture.Workshop;

    [Fact]
    public void AColdRunExecutesEveryStageOnceAndEndsWithTheTable()
    {
        Assert.Equal(0, fixture.ExitCode);
        Assert.Contains("import/mid/train", fixture.RanCold);
        Assert.Contains("lat-model/seed-1", fixture.RanCold);
        Assert.Contains("downstream/lat/mid/seed-1", fixture.RanCold);
        Assert.Equal(fixture.RanCold.Distinct(), fixture.RanCold);
        Assert.Matches("baseline", fixture.Printed);
        Assert.Matches("oracle", fixture.Printed);
        Assert.True(File.Exists(Path.Combine(Workshop.Root, "artifacts", "experiments", "mini", "results.json")));
        Assert.True(File.Exists(Path.Combine(Workshop.Root, "artifacts", "experiments", "mini", "report.md")));
    }

    [Fact]
    public void ASecondRunExecutesNothing()
    {
        Assert.Equal(0, Workshop.Run(PipelineGoal.Benchmark));
        Assert.Empty(Workshop.Ran);
    }

    [Fact]
    public void DamageThatOnlyShowsWhenTheResultsAreToldIsMendedInTheSameCall()
    {
        var damaged = FlipAByteOf("analysis.json");
        Assert.Equal(0, Workshop.Run(PipelineGoal.Benchmark));
        Assert.Contains("The stored output 'analysis.json' is damaged", Workshop.Printed, StringComparison.Ordinal);
        Assert.NotEmpty(Workshop.Ran);
        Assert.Equal(Path.GetFileName(damaged), ContentHash.OfFile(damaged).Hex);
        Assert.Equal(0, Workshop.Run(PipelineGoal.Benchmark));
        Assert.Empty(Workshop.Ran);
    }

    /// <summary>Damages a stored file of that name, and neither its length nor its time tell.</summary>
    private string FlipAByteOf(string name)
    {
        var shown = Directory.EnumerateFiles(Path.Combine(Workshop.Root, "artifacts", "experiments", "mini"), name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var content = File.ReadAllBytes(shown);
        var hash = ContentHash.OfFile(shown).Hex;
        var blob = Path.Combine(Workshop.Store, "blobs", hash[..2], hash);
        var time = File.GetLastWriteTimeUtc(blob);
        content[content.Length / 2] ^= 1;
        File.SetAttributes(blob, FileAttributes.Normal);
        File.WriteAllBytes(blob, content);
        File.SetLastWriteTimeUtc(blob, time);
        return blob;
    }

    [Fact]
    public void CommentsKeyOrderJobsAndTheFolderRerunNothing()
    {
        using var elsewhere = new Workshop(MiniatureExperiment.Reordered);
        Assert.Equal(0, elsewhere.Run(PipelineGoal.Benchmark, store: Workshop.Store, jobs: 1));
        Assert.Empty(elsewhere.Ran);
    }

    [Fact]
    public void AChangedFieldOfOneDetectorRerunsThatDetectorAndWhatDependsOnItOnly()
    {
        Assert.Equal(0, Workshop.Run(PipelineGoal.Benchmark, overrides: "datasets.fine.detector={training: {iterations: 9}}"));
        string[] expected =
        [
            "alignment/lat/coarse-to-mid/seed-1",
            "alignment/lat/fine-to-mid/seed-1",
            "audit/lat/coarse-to-mid/seed-1",
            "audit/lat/fine-to-mid/seed-1",
            "detector/fine/seed-1",
            "downstream/lat/mid/seed-1",
            "evaluate/detector/fine/seed-1",
            "evaluate/lat/mid/seed-1",
            "lat-model/seed-1",
            "pseudo-labels/fine-on-coarse/seed-1",
            "pseudo-labels/fine-on-fine/seed-1",
            "pseudo-labels/fine-on-mid/seed-1",
            "report",
            "statistics/lat/mid",
            "transfer/lat/coarse-to-mid/seed-1",
            "transfer/lat/fine-to-mid/seed-1",
        ];
        Assert.Equal(string.Join('\n', expected), string.Join('\n', Workshop.Ran));
    }

    [Fact]
    public void ExplainNamesTheFieldWithItsOldAndItsNewValue()
    {
        Assert.Equal(0, Workshop.Run(PipelineGoal.Explain, overrides: "lat.training.iterations=11"));
        Assert.Contains("lat.training.iterations: 8 → 11", Workshop.Printed);
        Assert.Matches(@"detector/mid/seed-1\s+reuse", Workshop.Printed);
    }

    [Fact]
    public void AMissedGateFails()
    {
        Assert.Equal(1, Workshop.Run(PipelineGoal.Gate, overrides: "gates[0].minimum=100"));
        Assert.Equal(0, Workshop.Run(PipelineGoal.Gate));
    }
}
