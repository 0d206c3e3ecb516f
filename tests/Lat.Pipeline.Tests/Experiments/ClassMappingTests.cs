using Lat.Experiments;

namespace Lat.Pipeline.Tests;

/// <summary>The hand mapping of `source-only-mapped`.</summary>
public sealed class ClassMappingTests
{
    private const string Mapped = """
        version: 1
        description: A small question.
        datasets:
          coarse: { kind: streets, space: coarse, train: 4, validation: 2 }
          fine: { kind: streets, space: fine, train: 4, validation: 2 }
          mid: { kind: streets, space: mid, train: 4, validation: 2 }
        targets: [mid]
        methods: [source-only-mapped]
        classMapping:
          fine: { vehicle.car: car }

        """;

    private static string Refusal(string yaml) => Assert.Throws<ExperimentNotValidException>(() => Some.Of(yaml)).Message;

    [Fact]
    public void OnlyTheSourcesThatAreMappedAreTrainedOn()
    {
        var graph = Some.Of(Mapped);
        var downstream = ExperimentGraph.Of("x", graph, Some.Numerics).Nodes["downstream/source-only-mapped/mid/seed-1"];
        Assert.Equal(["annotations", "images/fine", "labels/fine"], downstream.Inputs.Select(input => input.Name).Order(StringComparer.Ordinal));
        Assert.Equal("import/mid/train", downstream.Inputs.Single(input => input.Name == "annotations").Node);
        Assert.DoesNotContain(downstream.Fields, field => field.Path.Contains("labelThreshold", StringComparison.Ordinal));
    }

    [Fact]
    public void AMappingForOneTargetTakesItFromTheGeneralOne()
    {
        var mapping = Some.Of(Mapped.Replace("targets: [mid]", "targets: [mid, coarse]", StringComparison.Ordinal) + "  fine-to-coarse: { vehicle.car: vehicle }\n").ClassMapping;
        Assert.Equal("car", ClassMappings.Find(mapping, "fine", "mid")!["vehicle.car"].Value);
        Assert.Equal("vehicle", ClassMappings.Find(mapping, "fine", "coarse")!["vehicle.car"].Value);
        Assert.Null(ClassMappings.Find(mapping, "mid", "coarse"));
    }

    [Theory]
    [InlineData("  fine: { vehicle.auto: car }", "line 10, column 25", "is no class of 'fine'; it has: human.pedestrian.adult")]
    [InlineData("  fine: { vehicle.car: automobile }", "line 10, column 24", "is 'automobile', which is no class of 'mid'; it has: person, rider, car")]
    [InlineData("  night: { car: car }", "line 10, column 10", "names no source; expected a dataset (coarse, fine, mid), or one and a target as in 'coarse-to-mid'")]
    [InlineData("  mid: { car: car }", "line 10, column 8", "names no source")]
    public void AClassThatADatasetIsKnownToLackIsAFaultWithItsPlace(string line, string place, string message)
    {
        var refusal = Refusal(Mapped.Replace("  fine: { vehicle.car: car }", line, StringComparison.Ordinal));
        Assert.Contains(message, refusal, StringComparison.Ordinal);
        Assert.Contains(place, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutAMappingForATargetSaysHowToWriteOne() =>
        Assert.Contains("'classMapping' maps no source to 'mid'", Refusal(Mapped[..Mapped.IndexOf("classMapping", StringComparison.Ordinal)]), StringComparison.Ordinal);

    [Fact]
    public void ClassesOfADatasetThatNamesItsOwnAreLeftToTheStage() => Assert.NotNull(Some.Of(Mapped
        .Replace("  fine: { kind: streets, space: fine, train: 4, validation: 2 }", "  fine: { kind: coco, root: fine }", StringComparison.Ordinal)
        .Replace("vehicle.car: car", "anything: car", StringComparison.Ordinal)));

    [Fact]
    public void TheMappingChangesTheTransfersOfItsMethodAlone()
    {
        var before = ExperimentGraph.Of("x", Some.Of(Mapped, "methods=[baseline, source-only-mapped, naive-merge]"), Some.Numerics);
        var after = ExperimentGraph.Of("x", Some.Of(Mapped, "methods=[baseline, source-only-mapped, naive-merge]", "classMapping={fine: {vehicle.van: car}}"), Some.Numerics);
        Assert.Equal(["transfer/source-only-mapped/fine-to-mid/seed-1"], Some.ChangedThemselves(before, after));
    }
}
