using System.Text.Json;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>The results that experiments stand on: each node's last one by the store's history, and those that a written results.json names.</summary>
internal sealed class ExperimentRoots(ArtifactStore store, string? experimentsDirectory)
{
    /// <returns>The keys, and what could not be read: a record whose result is therefore not protected.</returns>
    public (HashSet<StageKey> Keys, List<string> Notes) Find()
    {
        var (known, unreadable) = new StoreInventory(store).History();
        var keys = known.Select(result => result.Key).ToHashSet();
        var notes = unreadable.Select(path => $"The record {path} cannot be read; the result it names is protected by its age only.").ToList();
        foreach (var file in ResultFiles())
        {
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                keys.UnionWith(KeysIn(json.RootElement));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
            {
                notes.Add($"{file} cannot be read ({exception.Message.TrimEnd('.')}); the results it names are protected by the store's history only.");
            }
        }

        return (keys, notes);
    }

    private IEnumerable<string> ResultFiles() => experimentsDirectory is not null && Directory.Exists(experimentsDirectory)
        ? Directory.EnumerateFiles(experimentsDirectory, "results.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    // Every text in it that is a hash counts: a key too many costs space, a key too few would cost a result.
    private static IEnumerable<StageKey> KeysIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => KeysIn(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(KeysIn),
        JsonValueKind.String when ContentHash.TryParse(json.GetString(), out var hash) => [new StageKey(hash)],
        _ => [],
    };
}
