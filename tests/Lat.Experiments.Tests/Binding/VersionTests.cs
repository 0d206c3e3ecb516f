namespace Lat.Experiments.Tests;

public sealed class VersionTests
{
    [Theory]
    [InlineData("name: mid\ntraining: {}\n", "line 1, column 1  missing key 'version'; begin the file with 'version: 1'")]
    [InlineData("version: 2\nname: mid\nnew: field\n", "line 1, column 10  'version' is '2'; this build reads version 1")]
    [InlineData("version: one\nname: mid\n", "line 1, column 10  'version' is 'one'; this build reads version 1")]
    [InlineData("version:\nname: mid\n", "line 1, column 9  'version' is empty; this build reads version 1")]
    [InlineData("version: [1]\nname: mid\n", "line 1, column 10  'version' is a list; this build reads version 1")]
    public void AnotherVersionIsRefusedBeforeItsFields(string yaml, string fault) =>
        Assert.Equal(Some.Message(fault), Some.Refusal(yaml));

    [Fact]
    public void TheReaderSaysWhichVersionsItKnows()
    {
        var document = ExperimentDocument.Parse("version: 1\nname: mid\n", Some.File);
        var refusal = Assert.Throws<ExperimentNotValidException>(() => ExperimentBinder.Bind<SampleExperiment>(document, 2, 3));
        Assert.Equal(Some.Message("line 1, column 10  'version' is '1'; this build reads versions 2, 3"), refusal.Message);
    }

    [Fact]
    public void ARecordMayHaveTheVersionAsAField()
    {
        var document = ExperimentDocument.Parse("version: 3\ncount: 2\n", Some.File);
        var bound = ExperimentBinder.Bind<Versioned>(document, 2, 3);
        Assert.Equal(new Versioned { Version = 3, Count = 2 }, bound);
        Assert.Equal("version: 3\ncount: 2\n", ExperimentWriter.ToYaml(bound));
    }

    public sealed record Versioned
    {
        public required int Version { get; init; }
        public int Count { get; init; }
    }
}
