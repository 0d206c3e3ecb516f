using System.Text.Json;
using TorchSharp;

namespace Lat.Detection.Tests;

/// <summary>
/// torchvision's tensors in short: norm, product with the recipe's numbers (which a changed order changes), and sixteen values. They agree
/// where they differ by no more than a ten-thousandth of the tensor's norm, of a value, or of the typical value.
/// </summary>
internal sealed class ExpectedTensors(JsonElement records)
{
    private const double Tolerance = 1e-4;

    private readonly Dictionary<string, JsonElement> _records =
        records.EnumerateArray().ToDictionary(record => record.GetProperty("name").GetString()!, StringComparer.Ordinal);

    /// <summary>The names that begin with a prefix, without it.</summary>
    public IReadOnlyList<string> Names(string prefix) =>
        [.. _records.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..])];

    public void AssertEqual(string name, torch.Tensor actual)
    {
        Assert.Equal(_records[name].GetProperty("shape").EnumerateArray().Select(side => side.GetInt64()), actual.shape);
        AssertEqual(name, actual.Values());
    }

    /// <summary>The same for numbers whose shape is known by their order alone.</summary>
    public void AssertEqual(string name, ReadOnlySpan<float> actual)
    {
        var record = _records[name];
        Assert.Equal(record.GetProperty("shape").EnumerateArray().Aggregate(1, (product, side) => product * side.GetInt32()), actual.Length);
        var numbers = Recipe.Numbers("summary", actual.Length);
        var (squares, product) = (0.0, 0.0);
        for (var index = 0; index < actual.Length; index++)
        {
            squares += (double)actual[index] * actual[index];
            product += actual[index] * numbers[index];
        }

        var norm = record.GetProperty("norm").GetDouble();
        var typical = norm / Math.Sqrt(actual.Length);
        Check(name, "norm", norm, Math.Sqrt(squares), norm);
        Check(name, "product", record.GetProperty("product").GetDouble(), product, norm);
        var values = record.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        for (var index = 0; index < values.Length; index++)
        {
            var at = (int)((long)index * (actual.Length - 1) / Math.Max(values.Length - 1, 1));
            Check(name, $"[{at}]", values[index], actual[at], Math.Max(Math.Abs(values[index]), typical));
        }
    }

    private static void Check(string name, string what, double expected, double actual, double scale) => Assert.True(
        Math.Abs(expected - actual) <= (Tolerance * scale) + 1e-9,
        FormattableString.Invariant($"{name} {what}: torchvision has {expected}, this side {actual} (scale {scale})."));
}
