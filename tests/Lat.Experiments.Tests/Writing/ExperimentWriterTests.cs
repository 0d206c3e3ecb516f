using Lat.Core;

namespace Lat.Experiments.Tests;

public sealed class ExperimentWriterTests
{
    private static readonly SampleExperiment Full = new()
    {
        Name = new("mid"),
        Training = new() { LearningRate = 1e-5, Momentum = 0.1 + 0.2, ClipNorm = null, Patience = float.NaN, Milestones = [] },
        Seed = new(ulong.MaxValue),
        Backbone = SampleBackbone.VisionTransformer,
        Note = "two\nlines: \"quoted\" \\ # and é, \u2028 \ud83d\ude00\t",
        Classes = [new("car"), new("no"), new("vehicle.bus, rigid")],
        Sources = NamedMap.Create<SampleSource>(("b", new CocoSource { File = "a/b.json" }), ("a: x", new NoSource { Weight = 0.1f }), ("10", new StreetsSource { Count = 2 })),
        Steps = [new("on", 3), new("~")],
    };

    [Fact]
    public void EveryDefaultIsFilledIn() => Assert.Equal(
        """
        version: 1
        name: mid
        training:
          epochs: 12
          learningRate: 0.02
          batchSize: 4
          momentum: 0.9
          flip: true
          clipNorm: 35
          warmUp: 0
          milestones: [8, 11]
          patience: .inf
        seed: 7
        size:
          width: 256
          height: 192
        backbone: residual-fifty
        note: null
        classes: [car]
        sources:
          a:
            kind: none
            weight: 1
        steps:
          - name: first
            count: 2
        target:
          kind: streets
          weight: 1
          count: 40
          look: day

        """,
        ExperimentWriter.ToYaml(Some.Bound(Some.Minimal + "steps: [{name: first, count: 2}]\nsources: {a: {kind: none}}\n")));

    [Fact]
    public void WhatIsWrittenBindsToAnEqualRecord()
    {
        var yaml = ExperimentWriter.ToYaml(Full);
        Assert.Equal(Full, Some.Bound(yaml));
        Assert.Equal(yaml, ExperimentWriter.ToYaml(Some.Bound(yaml)));
    }

    [Fact]
    public void TheDefaultsBindToThemselves()
    {
        var defaults = Some.Bound(Some.Minimal);
        Assert.Equal(defaults, Some.Bound(ExperimentWriter.ToYaml(defaults)));
    }

    [Fact]
    public void ATextThatWouldReadAsSomethingElseIsQuoted() =>
        Assert.Contains("classes: [car, \"no\", \"vehicle.bus, rigid\"]\n", ExperimentWriter.ToYaml(Full), StringComparison.Ordinal);

    [Fact]
    public void EmptyMapsAndListsAreWrittenInBrackets()
    {
        var yaml = ExperimentWriter.ToYaml(Some.Bound(Some.Minimal));
        Assert.Contains("sources: {}\nsteps: []\n", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public void TheVersionIsTheCallers() => Assert.StartsWith("version: 4\nname: a\n", ExperimentWriter.ToYaml(new SampleStep("a"), 4), StringComparison.Ordinal);
}
