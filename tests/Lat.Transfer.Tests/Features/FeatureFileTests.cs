namespace Lat.Transfer.Tests;

public sealed class FeatureFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        using var file = Write("a.bin", ("x", 1), ("ü/y", 2));
        Assert.Equal(Some.Levels, file.Levels);
        Assert.Equal((2, 2 * (256 + 64)), (file.Count, file.ByteCount));
        Assert.True(file.Contains("ü/y") && !file.Contains("z"));
        var maps = new byte[file.ByteCount];
        file.Read("ü/y", maps);
        Assert.All(maps, value => Assert.Equal(2, value));
        file.Read("x", maps);
        Assert.All(maps, value => Assert.Equal(1, value));
    }

    [Fact]
    public void TheSameFeaturesAreTheSameBytes()
    {
        Write("a.bin", ("x", 1), ("y", 2)).Dispose();
        Write("b.bin", ("x", 1), ("y", 2)).Dispose();
        Assert.Equal(File.ReadAllBytes(_folder["a.bin"]), File.ReadAllBytes(_folder["b.bin"]));
    }

    [Fact]
    public void AnImageThatIsNotThereIsNamed()
    {
        using var file = Write("a.bin", ("x", 1));
        var refusal = Assert.Throws<LatException>(() => file.Read("z", new byte[file.ByteCount]));
        Assert.Equal("No features for the image 'z': the features were computed for another set. Run the features stage again.", refusal.Message);
    }

    [Fact]
    public void AWriterThatIsNotCompletedLeavesNothing()
    {
        using (var writer = new FeatureFileWriter(_folder["a.bin"], Some.Levels))
        {
            writer.Add("x", new byte[640]);
        }

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void ACompletedWriterLeavesTheFileAlone()
    {
        Write("a.bin", ("x", 1)).Dispose();
        Assert.Equal([_folder["a.bin"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void MapsOfAnotherSizeAreRefused()
    {
        using var writer = new FeatureFileWriter(_folder["a.bin"], Some.Levels);
        Assert.Equal("The features of 'x' have 3 bytes, not 640.", Assert.Throws<ArgumentException>(() => writer.Add("x", new byte[3])).Message);
    }

    [Fact]
    public void AFileThatWasCutAnywhereIsRefused()
    {
        Write("a.bin", ("x", 1), ("y", 2)).Dispose();
        var whole = File.ReadAllBytes(_folder["a.bin"]);
        for (var length = 0; length < whole.Length; length += length < whole.Length - 120 ? 97 : 1)
        {
            File.WriteAllBytes(_folder["cut.bin"], whole[..length]);
            Assert.StartsWith(
                "Not a complete feature file: ", Assert.Throws<LatException>(() => FeatureFile.Open(_folder["cut.bin"])).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ADamagedIndexIsRefusedOrReadWithoutACrash()
    {
        Write("a.bin", ("x", 1), ("y", 2)).Dispose();
        var whole = File.ReadAllBytes(_folder["a.bin"]);
        for (var place = 8 + (2 * 640); place < whole.Length; place++)
        {
            foreach (var value in new byte[] { 0, 0x7f, 0x80, 0xff })
            {
                var damaged = whole.ToArray();
                damaged[place] = value;
                File.WriteAllBytes(_folder["bad.bin"], damaged);
                ReadAll(_folder["bad.bin"]);
            }
        }
    }

    private static void ReadAll(string path)
    {
        try
        {
            using var file = FeatureFile.Open(path);
            var maps = new byte[file.ByteCount];
            foreach (var name in new[] { "x", "y" }.Where(file.Contains))
            {
                file.Read(name, maps);
            }
        }
        catch (LatException)
        {
            // Said to the user; anything else fails the test.
        }
    }

    private FeatureFile Write(string name, params (string FileName, byte Value)[] images)
    {
        using (var writer = new FeatureFileWriter(_folder[name], Some.Levels))
        {
            foreach (var (fileName, value) in images)
            {
                writer.Add(fileName, [.. Enumerable.Repeat(value, 640)]);
            }

            writer.Complete();
        }

        return FeatureFile.Open(_folder[name]);
    }
}
