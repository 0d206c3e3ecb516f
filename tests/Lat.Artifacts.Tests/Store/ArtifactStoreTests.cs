using Lat.Core;

namespace Lat.Artifacts.Tests;

public sealed class ArtifactStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;

    public ArtifactStoreTests() => _store = new ArtifactStore(Path.Combine(_folder.Path, "store"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsPublishedIsFoundByItsKey()
    {
        var published = Publish(("weights.bin", "abc"), ("log/loss.csv", "1"));

        var found = _store.TryGet(Some.Parts().ToKey());

        Assert.Equal(published, found);
        Assert.Equal(["log/loss.csv", "weights.bin"], found!.Outputs.Select(output => output.Name));
        Assert.Equal("abc", File.ReadAllText(_store.VerifiedPath(found.Output("weights.bin"))));
    }

    [Fact]
    public void AnotherKeyIsAMiss()
    {
        Publish(("weights.bin", "abc"));

        Assert.Equal(new StoreLookup(null, null), _store.Inspect(Some.Parts("transfer").ToKey()));
    }

    [Fact]
    public void ABlobIsReadOnlyAndNamedByItsContent()
    {
        var path = _store.VerifiedPath(Publish(("weights.bin", "abc")).Output("weights.bin"));

        Assert.EndsWith("/blobs/ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", path, StringComparison.Ordinal);
        Assert.True(File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly));
    }

    [Fact]
    public void EqualContentIsStoredOnce()
    {
        Publish(("a", "same"), ("b", "same"));

        Assert.Single(Directory.GetFiles(Path.Combine(_store.Directory, "blobs"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void TheFirstOfTwoResultsOfOneKeyStands()
    {
        var first = Publish(("weights.bin", "first"));
        var second = Publish(("weights.bin", "second"));

        Assert.Equal(first, second);
        Assert.Equal(first, _store.TryGet(first.Key));
    }

    [Fact]
    public void ADamagedManifestIsMovedAsideAndCountsAsAMiss()
    {
        var result = Publish(("weights.bin", "abc"));
        var manifest = _store.Layout.Manifest(result.Key);
        File.WriteAllText(manifest, "{ \"schema\": 1");

        Assert.Equal("the manifest does not match its checksum", _store.Inspect(result.Key).Damage);
        Assert.Null(_store.TryGet(result.Key));
        Assert.Equal(new StoreLookup(null, null), _store.Inspect(result.Key));
        Assert.Equal([$"result-{result.Key.Hex}"], Quarantine());
    }

    [Fact]
    public void AManifestUnderAnotherKeyIsNotBelieved()
    {
        var result = Publish(("weights.bin", "abc"));
        var other = Some.Parts("transfer").ToKey();
        Directory.CreateDirectory(_store.Layout.Result(other));
        File.Copy(_store.Layout.Manifest(result.Key), _store.Layout.Manifest(other));

        Assert.Equal($"the manifest is that of another key, {result.Key.Abbreviated}", _store.Inspect(other).Damage);
        Assert.Null(_store.TryGet(other));
    }

    [Fact]
    public void ABlobOfAnotherSizeOrNoneIsAMiss()
    {
        var result = Publish(("weights.bin", "abc"));
        Overwrite(result.Outputs[0], "abcd");
        Assert.Equal("output 'weights.bin' has 4 bytes, not 3 (ba7816bf8f01)", _store.Inspect(result.Key).Damage);

        File.Delete(_store.Layout.Blob(result.Outputs[0].Hash));
        Assert.Equal("the file of output 'weights.bin' is gone (ba7816bf8f01)", _store.Inspect(result.Key).Damage);
        Assert.Null(_store.TryGet(result.Key));
    }

    [Fact]
    public void ABlobOfOtherContentIsNeverHandedOut()
    {
        var output = Publish(("weights.bin", "abc")).Outputs[0];
        Overwrite(output, "abd");
        var reopened = new ArtifactStore(_store.Directory);

        Assert.NotNull(reopened.Inspect(Some.Parts().ToKey()).Result);
        Assert.Contains("the content of output 'weights.bin' is", reopened.Inspect(Some.Parts().ToKey(), Verification.Content).Damage, StringComparison.Ordinal);
        Assert.Equal(output, Assert.Throws<DamagedBlobException>(() => reopened.VerifiedPath(output)).Output);
        Assert.Equal([$"blob-{output.Hash.Hex}"], Quarantine());
        Assert.Null(reopened.TryGet(Some.Parts().ToKey()));
    }

    [Fact]
    public void ABlobThatChangesAfterItWasVerifiedIsNoticed()
    {
        var output = Publish(("weights.bin", "abc")).Outputs[0];
        _store.VerifiedPath(output);
        Overwrite(output, "abd");

        Assert.Throws<DamagedBlobException>(() => _store.OpenVerified(output));
    }

    [Fact]
    public void PublishingAgainHealsADamagedBlob()
    {
        var output = Publish(("weights.bin", "abc")).Outputs[0];
        Overwrite(output, "abd");
        Publish(("weights.bin", "abc"));

        Assert.Equal("abc", File.ReadAllText(new ArtifactStore(_store.Directory).VerifiedPath(output)));
    }

    [Fact]
    public void ManyPublishersOfOneKeyAgreeOnOneResult()
    {
        var key = Some.Parts().ToKey();
        var results = new StageResult[16];
        Parallel.For(0, results.Length, index =>
        {
            var work = _folder.File($"work{index}/weights.bin", "abc");
            results[index] = new ArtifactStore(_store.Directory).Publish(Some.Parts(), Path.GetDirectoryName(work)!, ["weights.bin"], new StageMeasurements());
        });

        Assert.Single(results.Distinct());
        Assert.Equal(results[0], _store.TryGet(key, Verification.Content));
    }

    [Fact]
    public void TheHistoryKeepsTheLastResultOfANode()
    {
        var result = Publish(("weights.bin", "abc"));
        _store.History.Record("quickstart", "detector/mid", result);

        Assert.Equal(result, _store.History.Last("quickstart", "detector/mid"));
        Assert.Null(_store.History.Last("quickstart", "detector"));
    }

    private StageResult Publish(params (string Name, string Content)[] outputs)
    {
        var work = _store.OpenWorkDirectory(Some.Parts().ToKey(), out _);
        foreach (var (name, content) in outputs)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(work, name))!);
            File.WriteAllText(Path.Combine(work, name), content);
        }

        return _store.Publish(Some.Parts(), work, outputs.Select(output => output.Name), new StageMeasurements());
    }

    private void Overwrite(StageOutput output, string content)
    {
        var path = _store.Layout.Blob(output.Hash);
        File.Delete(path);
        File.WriteAllText(path, content);
    }

    private IEnumerable<string?> Quarantine() =>
        Directory.GetFileSystemEntries(Path.Combine(_store.Directory, "quarantine")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
