using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class SharedOutputsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("lat-outputs-").FullName;
    private readonly ArtifactStore _store;

    public SharedOutputsTests() => _store = new ArtifactStore(Path.Combine(_root, "store"));

    private string Outputs => Path.Combine(_root, "outputs");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void AFileThatAStageNoLongerMakesGoes()
    {
        SharedOutputs.Write(Run("1", "old.txt"), _store, Outputs);
        SharedOutputs.Write(Run("2", "new.txt"), _store, Outputs);

        Assert.Equal(["new.txt"], Directory.GetFiles(Path.Combine(Outputs, "train")).Select(Path.GetFileName));
    }

    [Fact]
    public void WhereSomebodyDeletedTheFilesTheNextRunGoesOn()
    {
        SharedOutputs.Write(Run("1", "old.txt"), _store, Outputs);
        Directory.Delete(Path.Combine(Outputs, "train"), recursive: true);

        SharedOutputs.Write(Run("2", "new.txt"), _store, Outputs);

        Assert.True(File.Exists(Path.Combine(Outputs, "train", "new.txt")));
    }

    [Fact]
    public void AnIndexThatWasTornDoesNotStandInTheWay()
    {
        SharedOutputs.Write(Run("1", "old.txt"), _store, Outputs);
        var index = Path.Combine(Outputs, ".index");
        var whole = File.ReadAllText(index);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllText(index, whole[..length]);
            SharedOutputs.Write(Run("1", "old.txt"), _store, Outputs);

            Assert.Equal(whole.TrimEnd(), File.ReadAllText(index).TrimEnd());
            Assert.True(File.Exists(Path.Combine(Outputs, "train", "old.txt")));
        }
    }

    /// <summary>A run of one stage that makes one file.</summary>
    private RunReport Run(string revision, string file)
    {
        var parts = new StageKeyParts { Kind = "train", CodeRevision = revision };
        var result = _store.Inspect(parts.ToKey()).Result ?? Publish(parts, file);
        return new RunReport([new StageOutcome { Node = new StageNode { Name = "train", Kind = "train", CodeRevision = revision }, Status = StageStatus.Ran, Result = result }]);
    }

    private StageResult Publish(StageKeyParts parts, string file)
    {
        var work = _store.OpenWorkDirectory(parts.ToKey(), out _);
        File.WriteAllText(Path.Combine(work, file), parts.CodeRevision);
        return _store.Publish(parts, work, [file], new StageMeasurements());
    }
}
