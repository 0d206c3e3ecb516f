using Lat.Core;
using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>The lock file: what it holds, and what --locked refuses.</summary>
[Collection(PipelineCollection.Name)]
public sealed class LockTests(PipelineFixture fixture)
{
    private Workshop Workshop => fixture.Workshop;

    private string LockPath => Path.Combine(Workshop.Root, "experiments", "mini.lock.yaml");

    [Fact]
    public void WhatIsAsLockedRunsAndTheLockIsTheSameEveryTime()
    {
        Assert.Equal(0, Workshop.Run(PipelineGoal.Lock));
        Assert.Contains($"Lock: {Path.Combine("experiments", "mini.lock.yaml")} ({fixture.RanCold.Count} stages)", Workshop.Printed, StringComparison.Ordinal);
        var text = File.ReadAllText(LockPath);
        Assert.Equal(0, Workshop.Run(PipelineGoal.Lock));
        Assert.Equal(text, File.ReadAllText(LockPath));
        Assert.Equal(0, Run(Locked));
        Assert.Empty(Workshop.Ran);
        var locked = $"{Path.Combine("experiments", "mini.lock.yaml")}: sha256 {ContentHash.OfFile(LockPath)}";
        Assert.Contains($"lock: {locked}", File.ReadAllText(Path.Combine(Workshop.Root, "artifacts", "experiments", "mini", "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherFieldIsRefusedByNameBeforeAnythingRuns()
    {
        Workshop.Run(PipelineGoal.Lock);
        var refusal = Assert.Throws<LatException>(() => Run(Locked with { Overrides = ["lat.training.iterations=9", "description=Other words."] }));
        Assert.Contains("  field lat.training.iterations: 8 in the lock, 9 now\n", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("description", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Workshop.Ran);
    }

    [Fact]
    public void AnotherResultFailsTheStageThatMadeIt()
    {
        Workshop.Run(PipelineGoal.Lock);
        var text = File.ReadAllText(LockPath);
        var results = text.IndexOf("\n  detector/mid/seed-1:", StringComparison.Ordinal);
        var weights = text.IndexOf("weights.safetensors: ", results, StringComparison.Ordinal) + "weights.safetensors: ".Length;
        File.WriteAllText(LockPath, $"{text[..weights]}\"{new string('0', 64)}\"{text[text.IndexOf('\n', weights)..]}");

        Assert.Equal(1, Run(Locked));

        Assert.Contains("detector/mid/seed-1  FAILED", Workshop.Printed, StringComparison.Ordinal);
        Assert.Contains("file weights.safetensors: 000000000000… in the lock", Workshop.Printed, StringComparison.Ordinal);
        Assert.Contains("write the lock again with ./build.sh Lock", Workshop.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherImagesAreCalledThat()
    {
        Workshop.Run(PipelineGoal.Lock);
        var text = File.ReadAllText(LockPath);
        var images = text.IndexOf("images.txt: ", text.IndexOf("\nresults:", StringComparison.Ordinal), StringComparison.Ordinal) + "images.txt: ".Length;
        var hash = text[images..text.IndexOf('\n', images)].Trim('"');
        File.WriteAllText(LockPath, text.Replace(hash, new string('0', 64), StringComparison.Ordinal));

        Assert.Equal(1, Run(Locked));
        Assert.Contains("these are other images than the lock has", Workshop.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public void ALockThatIsNotThereOrBrokenIsRefusedWithTheRemedy()
    {
        using var other = new Workshop(MiniatureExperiment.Yaml);
        Assert.Contains("./build.sh Lock --experiment mini", Refusal(other), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(other.Root, "experiments", "mini.lock.yaml"), "version: 1\nnumerics: {}\n");
        Assert.Contains("results", Refusal(other), StringComparison.Ordinal);
        Assert.Contains("There is nothing to lock yet", Assert.Throws<LatException>(() => other.Run(PipelineGoal.Lock)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALockIsOfTheFileAndNotOfAnOverride() => Assert.Contains(
        "not to what --set makes of it", Assert.Throws<LatException>(() => Workshop.Run(PipelineGoal.Lock, overrides: "seeds=[2]")).Message, StringComparison.Ordinal);

    private PipelineRequest Locked => Workshop.Request() with { Locked = true };

    private int Run(PipelineRequest request) => Workshop.Run(PipelineGoal.Benchmark, request);

    private static string Refusal(Workshop workshop) =>
        Assert.ThrowsAny<LatException>(() => workshop.Run(PipelineGoal.Benchmark, workshop.Request() with { Locked = true })).Message;
}
