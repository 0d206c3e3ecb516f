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
        Assert.Equal(
            $"No features for the image 'z': the features were computed for another set. Run the features stage again ({_folder["a.bin"]}).", refusal.Message);
    }

    [Fact]
    public void MapsAreReadFromAnyPlaceWhateverThePage()
    {
        // One image's maps are a page and a half and three bytes more than the last began at.
        EquatableArray<FeatureShape> levels = [new FeatureShape(3, 31, 33, 8), new FeatureShape(3, 3, 5, 16)];
        var random = new Seed(1).ToStream();
        var maps = Enumerable.Range(0, 9).Select(_ => Some.HalfBytes(Some.Numbers(levels.Sum(level => level.Count), random))).ToList();
        using (var writer = new FeatureFileWriter(_folder["a.bin"], levels))
        {
            maps.ForEach(map => writer.Add(FormattableString.Invariant($"{maps.IndexOf(map)}"), map));
            writer.Complete();
        }

        using var file = FeatureFile.Open(_folder["a.bin"]);
        var read = new byte[file.ByteCount + 5];
        foreach (var index in new[] { 8, 0, 4, 4, 1, 7 })
        {
            read.AsSpan().Fill(0xee);
            file.Read(FormattableString.Invariant($"{index}"), read);
            Assert.Equal(maps[index], read[..^5]);
            Assert.Equal([0xee, 0xee, 0xee, 0xee, 0xee], read[^5..]);
        }
    }

    [Fact]
    public void SeveralThreadsReadAtOnce()
    {
        using var file = Write("a.bin", [.. Enumerable.Range(0, 50).Select(index => (FormattableString.Invariant($"{index}"), (byte)index))]);
        Parallel.For(0, 200, turn =>
        {
            var maps = new byte[file.ByteCount];
            file.Read(FormattableString.Invariant($"{turn % 50}"), maps);
            Assert.All(maps, value => Assert.Equal(turn % 50, value));
        });
    }

    [Fact]
    public void AClosedFileIsNotRead()
    {
        var file = Write("a.bin", ("x", 1));
        file.Dispose();
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Read("x", new byte[640]));
    }

    [Fact]
    public void AFileThatWasRemovedIsReadOn()
    {
        using var file = Write("a.bin", ("x", 7));
        File.Delete(_folder["a.bin"]);
        var maps = new byte[640];
        file.Read("x", maps);
        Assert.All(maps, value => Assert.Equal(7, value));
    }

    [Fact]
    public void AFileThatIsCutOffWhileItIsInUseIsNamedAndEndsNoProcess()
    {
        using var file = Write("a.bin", ("x", 1), ("y", 2));
        using (var cut = new FileStream(_folder["a.bin"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            cut.SetLength(700);
        }

        file.Read("x", new byte[640]);
        var fault = Assert.Throws<LatException>(() => file.Read("y", new byte[640]));
        Assert.StartsWith($"The features of 'y' end early: {_folder["a.bin"]} was cut off", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASpanThatIsTooShortIsRefused()
    {
        using var file = Write("a.bin", ("x", 1));
        Assert.Equal(
            "The features of 'x' have 640 bytes; there is room for 639.", Assert.Throws<ArgumentException>(() => file.Read("x", new byte[639])).Message);
    }

    [Fact]
    public void WhatIsWrongWithAFileIsSaid()
    {
        Assert.Contains("There is no feature file", Open("none.bin"), StringComparison.Ordinal);
        Write("a.bin", ("x", 1), ("y", 2)).Dispose();
        var whole = File.ReadAllBytes(_folder["a.bin"]);
        Assert.Contains("it has 9 bytes", Open("short.bin", whole[..9]), StringComparison.Ordinal);
        Assert.Contains("it does not begin with 'LATFEAT2'", Open("other.bin", [.. whole.Select(value => (byte)~value)]), StringComparison.Ordinal);
        Assert.Contains("as after a copy that was cut off", Open("cut.bin", whole[..1000]), StringComparison.Ordinal);
        Assert.Contains("its index is damaged (0 levels)", Open("levels.bin", With(whole, 8 + 1280, 0)), StringComparison.Ordinal);
        Assert.Contains("its index is damaged (level 0 is FeatureShape", Open("shape.bin", With(whole, 8 + 1280 + 4, 0)), StringComparison.Ordinal);
        Assert.Contains("its index is damaged (the maps of 'y' at", Open("offset.bin", With(whole, whole.Length - 8 - 8 + 2, 1)), StringComparison.Ordinal);
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

    private static byte[] With(byte[] bytes, int place, byte value)
    {
        var changed = bytes.ToArray();
        changed[place] = value;
        return changed;
    }

    private string Open(string name, byte[]? content = null)
    {
        if (content is not null)
        {
            File.WriteAllBytes(_folder[name], content);
        }

        return Assert.Throws<LatException>(() => FeatureFile.Open(_folder[name])).Message;
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
