using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class SlurmTicketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly SlurmTicket Ticket = new()
    {
        ExperimentName = "some", ExperimentYaml = Some.Yaml, DeviceKind = "cuda", TorchVersion = "2.6.0", WorkerCommand = ["dotnet", "/x/lat.dll"], Remote = "s3://b/p", Push = true, Retries = 3,
        Stages = [new SlurmTicketStage("detector/mid/seed-1", new string('a', 64))],
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ATicketIsFoundByTheCommentOfItsJobs()
    {
        var path = Ticket.Write(_folder.Path);

        var found = SlurmTicket.Of(SlurmTicket.CommentFor(path), _folder.Path);

        Assert.Equal(Some.Yaml, found!.ExperimentYaml);
        Assert.Equal(Ticket.Stages, found.Stages);
        Assert.Equal("cuda 2.6.0 s3://b/p True 3", FormattableString.Invariant($"{found.DeviceKind} {found.TorchVersion} {found.Remote} {found.Push} {found.Retries}"));
        Assert.Equal(path, Ticket.Write(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lat:")]
    [InlineData("lat:../../../etc/passwd")]
    [InlineData("somebody's job")]
    [InlineData("lat:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void AnothersJobHasNone(string comment) => Assert.Null(SlurmTicket.Of(comment, _folder.Path));

    [Fact]
    public void AChangedTicketIsNone()
    {
        var path = Ticket.Write(_folder.Path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("some", "same", StringComparison.Ordinal));

        Assert.Null(SlurmTicket.Of(SlurmTicket.CommentFor(path), _folder.Path));
        Assert.StartsWith("No whole ticket of a job: ", Assert.Throws<LatException>(() => SlurmTicket.Read(path)).Message, StringComparison.Ordinal);
    }
}
