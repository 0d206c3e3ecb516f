using Lat.Artifacts;
using Lat.Core;
using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>Stored stages run again by real workers, and their bytes compared.</summary>
[Collection(PipelineCollection.Name)]
public sealed class ReproduceTests(PipelineFixture fixture)
{
    private Workshop Workshop => fixture.Workshop;

    [Fact]
    public void AStageThatIsRunAgainMakesTheSameBytesAndLeavesNothingBehind()
    {
        Assert.Equal(0, Reproduce(Workshop, "import/mid/train", "detector/mid/*"));

        Assert.Equal(["detector/mid/seed-1", "import/mid/train"], Workshop.Ran);
        Assert.Matches(@"detector/mid/seed-1  identical \(3 files, \d+\.\d MiB\)", Workshop.Printed);
        Assert.Contains("2 stages run again: 2 identical, 0 different, 0 failed.", Workshop.Printed, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Workshop.Root, "artifacts", "reproductions")));
    }

    [Fact]
    public void AStoredFileThatTheCodeDoesNotMakeIsFoundWithItsFirstByte()
    {
        using var other = new Workshop(MiniatureExperiment.Yaml);
        Assert.Equal(0, other.Run(PipelineGoal.Import));
        Forge(other, "images.txt");

        Assert.Equal(1, Reproduce(other, "import/*"));

        Assert.Contains("  images.txt: first at byte 0 of ", other.Printed, StringComparison.Ordinal);
        Assert.Contains("6 stages run again: 5 identical, 1 different, 0 failed.", other.Printed, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(other.Root, "artifacts", "reproductions", "mini-1")));
    }

    [Fact]
    public void StagesThatThereAreNotAndStagesOfOtherGoalsAreRefused()
    {
        Assert.Contains("has no stage 'detektor/*'", Assert.Throws<LatException>(() => Reproduce(Workshop, "detektor/*")).Message, StringComparison.Ordinal);
        Assert.Contains("--stage", Assert.Throws<LatException>(() => Workshop.Run(PipelineGoal.Benchmark, Workshop.Request() with { Stages = ["*"] })).Message, StringComparison.Ordinal);
    }

    private static int Reproduce(Workshop workshop, params string[] stages) =>
        workshop.Run(PipelineGoal.Reproduce, workshop.Request() with { Stages = stages.ToEquatableArray() });

    /// <summary>Puts a result into the store that its stage would not make: the first byte of one file is another.</summary>
    private static void Forge(Workshop workshop, string file)
    {
        var store = new ArtifactStore(workshop.Store);
        var result = store.History.Last("mini", "import/mid/validation")!;
        var work = store.OpenWorkDirectory(result.Key, out _);
        foreach (var output in result.Outputs)
        {
            var bytes = File.ReadAllBytes(store.VerifiedPath(output));
            bytes[0] ^= (byte)(output.Name == file ? 1 : 0);
            File.WriteAllBytes(Path.Combine(work, output.Name), bytes);
        }

        Directory.Delete(Path.Combine(workshop.Store, "results", result.Key.Hex[..2], result.Key.Hex), recursive: true);
        store.Publish(result.Parts, work, result.Outputs.Select(output => output.Name), new StageMeasurements());
        store.DeleteWorkDirectory(result.Key);
    }
}
