using System.Text.Json;

namespace Lat.Detection.Tests;

/// <summary>Small checkpoints as PyTorch wrote them; made by eng/golden/make_checkpoints.py.</summary>
internal static class GoldenCheckpoints
{
    private static readonly JsonElement Cases = Golden.Read("checkpoints.json");

    public static IEnumerable<string> Names(bool refused) =>
        Cases.EnumerateObject().Where(entry => entry.Value.TryGetProperty("refused", out _) == refused).Select(entry => entry.Name);

    public static JsonElement Of(string name) => Cases.GetProperty(name);

    public static byte[] Bytes(string name) => Of(name).GetProperty("file").GetBytesFromBase64();
}
