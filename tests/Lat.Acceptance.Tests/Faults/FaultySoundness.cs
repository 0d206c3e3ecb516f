using Lat.Artifacts;
using Lat.Core;

namespace Lat.Acceptance.Tests;

/// <summary>What has to hold after every fault: what was finished is there and whole, and nothing else passes for a result.</summary>
/// <param name="workshop">Its store.</param>
/// <param name="reference">What results have to be.</param>
/// <param name="touched">Files that were damaged on purpose.</param>
internal sealed class FaultySoundness(Workshop workshop, FaultReference reference, ISet<string> touched)
{
    private HashSet<StageKey> _finished = [];

    /// <summary>The keys whose results were whole at the last look.</summary>
    public IReadOnlyCollection<StageKey> Finished => _finished;

    /// <param name="ran">The stages that the last run said were done.</param>
    public void Require(IReadOnlyList<string> ran)
    {
        var store = new ArtifactStore(workshop.Store);
        var found = Keys().ToDictionary(key => key, key => store.Inspect(key, Verification.Content));
        foreach (var (key, lookup) in found.Where(found => found.Value.Result is not null))
        {
            Assert.True(reference.ByKey.TryGetValue(key, out var expected), $"There is a result of a stage that the pipeline does not have: {lookup.Result!.Parts.Kind} {key}.");
            Assert.Equal(expected.Outputs, lookup.Result!.Outputs);
        }

        foreach (var key in ran.Select(node => reference.Nodes[node].Key).Concat(_finished).Distinct().Where(key => !MayBeDamaged(key)))
        {
            Assert.True(found.TryGetValue(key, out var lookup) && lookup.Result is not null, $"{reference.ByKey[key].Parts.Kind} {key} was finished and is lost: {found.GetValueOrDefault(key)?.Damage ?? "gone"}.");
        }

        foreach (var damage in new StoreVerification(store, parallel: 2).Verify().Damages)
        {
            Assert.True(damage.Key is { } key ? MayBeDamaged(key) : touched.Contains(damage.Path), $"{damage.Path} is damaged, and nobody did it: {damage.Reason}.");
        }

        _finished = [.. found.Where(found => found.Value.Result is not null).Select(found => found.Key)];
        ForgetWhatHealed(store);
    }

    private IEnumerable<StageKey> Keys() => Directory.Exists(Path.Combine(workshop.Store, "results"))
        ? Directory.EnumerateFiles(Path.Combine(workshop.Store, "results"), "manifest.json", SearchOption.AllDirectories)
            .Select(path => StageKey.Parse(Path.GetFileName(Path.GetDirectoryName(path)!)))
        : [];

    /// <summary>Whether the result, or a file that it names, was damaged on purpose.</summary>
    private bool MayBeDamaged(StageKey key) => touched.Any(path => IsOrBecomes(path, Manifest(key))) ||
        (reference.ByKey.TryGetValue(key, out var expected) && expected.Outputs.Any(output => touched.Contains(Blob(output.Hash))));

    private void ForgetWhatHealed(ArtifactStore store)
    {
        touched.ExceptWith([.. touched.Where(path => _finished.Any(key => IsOrBecomes(path, Manifest(key))))]);
        touched.ExceptWith([.. touched.Where(path => ContentHash.TryParse(Path.GetFileName(path), out var hash) && File.Exists(path) && ContentHash.OfFile(path) == hash)]);
        Assert.All(_finished, key => Assert.Null(store.Inspect(key).Damage));
    }

    /// <summary>A manifest may be struck in the moment before it takes its name: under a temporary one of this machine.</summary>
    private static bool IsOrBecomes(string touched, string path) => touched == path ||
        (touched.StartsWith($"{path}.{Environment.MachineName}-", StringComparison.OrdinalIgnoreCase) && touched.EndsWith(".tmp", StringComparison.Ordinal));

    private string Manifest(StageKey key) => Path.Combine(workshop.Store, "results", key.Hex[..2], key.Hex, "manifest.json");

    private string Blob(ContentHash hash) => Path.Combine(workshop.Store, "blobs", hash.Hex[..2], hash.Hex);
}
