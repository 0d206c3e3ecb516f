using Lat.Core;

namespace Lat.Artifacts.Tests;

public class ManifestFormatTests
{
    private static StageResult Result() => new(
        Some.Parts().ToKey(),
        Some.Parts() with { Seed = new Seed(ulong.MaxValue) },
        [new("weights.bin", Some.Hash("weights"), 7)],
        new StageMeasurements { Seconds = 1.25, PeakMemoryBytes = 1 << 20, Environment = [new("os", "Ω \"x\"")], Values = [new("loss", "0.5")] });

    [Fact]
    public void WhatIsWrittenIsReadBack() => Assert.Equal(Result(), ManifestFormat.Read(ManifestFormat.Write(Result())));

    [Fact]
    public void TheSameResultGivesTheSameBytes() => Assert.Equal(ManifestFormat.Write(Result()), ManifestFormat.Write(Result()));

    [Fact]
    public void EveryAlteredByteIsNoticed()
    {
        var bytes = ManifestFormat.Write(Result());
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] ^= 1;
            Assert.Throws<FormatException>(() => ManifestFormat.Read(bytes));
            bytes[index] ^= 1;
        }
    }

    [Fact]
    public void AManifestCutShortAnywhereIsNoticed()
    {
        var bytes = ManifestFormat.Write(Result());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<FormatException>(() => ManifestFormat.Read(bytes.AsMemory(0, length)));
        }
    }

    [Fact]
    public void AManifestIsJson()
    {
        using var json = System.Text.Json.JsonDocument.Parse(ManifestFormat.Write(Result()));

        Assert.Equal("0.01", json.RootElement.GetProperty("fields").GetProperty("train.learningRate").GetString());
    }
}
