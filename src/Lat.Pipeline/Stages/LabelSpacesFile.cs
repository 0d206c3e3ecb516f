using System.Text.Json;
using Lat.Core;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>The label spaces of a LAT model's head, in order, as JSON: `[{"dataset": "mid", "classes": ["person", …]}, …]`.</summary>
public static class LabelSpacesFile
{
    public static void Write(string path, ConcatenatedLabelSpace spaces) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(
        spaces.Spaces.Select(space => new Entry(space.Key.Value, [.. space.Value.Classes.Select(name => name.Value)])), JsonSerializerOptions.Web));

    /// <exception cref="LatException">The file is not such a list.</exception>
    public static ConcatenatedLabelSpace Read(string path)
    {
        try
        {
            var entries = JsonSerializer.Deserialize<Entry[]>(File.ReadAllBytes(path), JsonSerializerOptions.Web) ?? [];
            return new ConcatenatedLabelSpace(entries.Select(entry =>
                KeyValuePair.Create(new DatasetName(entry.Dataset), new LabelSpace(entry.Classes))));
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new LatException($"Not a list of label spaces: {path}. Run the lat-model stage again.", exception);
        }
    }

    private sealed record Entry(string Dataset, string[] Classes);
}
