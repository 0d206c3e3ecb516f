using System.Text.Json;

namespace Lat.Detection.Tests;

/// <summary>What torchvision answered; made by eng/golden/detection.py and eng/golden/torchvision.</summary>
internal static class Golden
{
    public static JsonElement Read(string name) =>
        ReadFrom(Path.Combine(AppContext.BaseDirectory, "Golden", name));

    public static JsonElement ReadFrom(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    public static float[] Floats(this JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(value => value.GetSingle())];

    public static int[] Ints(this JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(value => value.GetInt32())];

    public static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, float tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.True(
                Math.Abs(expected[index] - actual[index]) <= tolerance,
                FormattableString.Invariant($"At {index}: expected {expected[index]}, got {actual[index]}."));
        }
    }
}
