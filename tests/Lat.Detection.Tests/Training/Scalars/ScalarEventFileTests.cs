namespace Lat.Detection.Tests;

public sealed class ScalarEventFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string EventFile => Path.Combine(_folder.Path, ScalarEventFile.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        var (first, second) = (Event(20, 1.5, ("loss/box", 0.25f)), Event(300, 2.5, ("loss/box", -1e-7f), ("speed/images-per-second", 1234.5f)));
        var file = new ScalarEventFile(_folder.Path, 0);
        file.Append(first);
        file.Append(second);
        Assert.Equal([first, second], ScalarEventFile.Read(EventFile));
    }

    [Fact]
    public void TheChecksumIsCastagnolisMasked()
    {
        // CRC-32C of "123456789" is 0xE3069283 (RFC 3720, appendix B.4 uses the same polynomial); masked: rotated by 15, plus 0xA282EAD8.
        var crc = 0xE3069283u;
        Assert.Equal(((crc >> 15) | (crc << 17)) + 0xA282EAD8u, RecordFraming.MaskedChecksum("123456789"u8));
    }

    [Fact]
    public void AnEventIsProtobufByteForByte()
    {
        // Event { wall_time: 1.0, step: 300, summary { value { tag: "a", simple_value: 0.5 } } }
        byte[] expected =
        [
            0x09, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F,
            0x10, 0xAC, 0x02,
            0x2A, 0x0A, 0x0A, 0x08, 0x0A, 0x01, (byte)'a', 0x15, 0, 0, 0, 0x3F,
        ];
        Assert.Equal(expected, ScalarEventBytes.Of(Event(300, 1, ("a", 0.5f))));
    }

    [Fact]
    public void AFileBeginsWithItsVersion()
    {
        _ = new ScalarEventFile(_folder.Path, 0);
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(EventFile);
        Assert.True(RecordFraming.TryTake(ref bytes, out var header));
        Assert.Equal("brain.Event:2", System.Text.Encoding.UTF8.GetString(header[^13..]));
        Assert.Equal(0, bytes.Length);
    }

    [Fact]
    public void AResumedRunDropsWhatItWillDoAgainAndGoesOnInTime()
    {
        var file = new ScalarEventFile(_folder.Path, 0);
        file.Append(Event(20, 1, ("x", 1)));
        file.Append(Event(40, 2, ("x", 2)));
        var resumed = new ScalarEventFile(_folder.Path, 30);
        Assert.Equal(1, resumed.Seconds);
        resumed.Append(Event(40, 3, ("x", 4)));
        Assert.Equal([(20L, 1.0), (40L, 3.0)], ScalarEventFile.Read(EventFile).Select(entry => (entry.Step, entry.Seconds)));
    }

    [Fact]
    public void ARecordThatAKilledProcessLeftCutOffEndsTheFile()
    {
        var file = new ScalarEventFile(_folder.Path, 0);
        file.Append(Event(20, 1, ("x", 1)));
        var whole = File.ReadAllBytes(EventFile).Length;
        file.Append(Event(40, 2, ("x", 2)));
        var bytes = File.ReadAllBytes(EventFile);
        for (var length = whole; length < bytes.Length; length++)
        {
            File.WriteAllBytes(EventFile, bytes[..length]);
            Assert.Equal([20L], ScalarEventFile.Read(EventFile).Select(entry => entry.Step));
        }
    }

    [Fact]
    public void AFlippedBitIsNoticed()
    {
        new ScalarEventFile(_folder.Path, 0).Append(Event(20, 1, ("x", 1)));
        var bytes = File.ReadAllBytes(EventFile);
        bytes[^6] ^= 1;
        File.WriteAllBytes(EventFile, bytes);
        Assert.Empty(ScalarEventFile.Read(EventFile));
    }

    [Fact]
    public void AnotherKindOfFileIsRefusedAndReplacedByARun()
    {
        File.WriteAllText(EventFile, "losses\n");
        Assert.Contains(EventFile, Assert.Throws<LatException>(() => ScalarEventFile.Read(EventFile)).Message, StringComparison.Ordinal);
        new ScalarEventFile(_folder.Path, 20).Append(Event(40, 1, ("x", 1)));
        Assert.Single(ScalarEventFile.Read(EventFile));
    }

    [Fact]
    public void TheLoopWritesItsScalarsBesideTheRun()
    {
        using var trainable = new Quadratic();
        var options = new TrainingOptions { Iterations = 4, ReportEvery = 2, BaseLearningRate = 0.05 };
        new TrainingLoop(options, new Seed(1), _folder["work"], null, _folder["scalars"]).Run(trainable);
        var events = ScalarEventFile.Read(Path.Combine(_folder["scalars"], ScalarEventFile.FileName));
        Assert.Equal([2L, 4L], events.Select(entry => entry.Step));
        Assert.Contains(events[1].Scalars, scalar => scalar.Key == "loss/square" && scalar.Value > 0);
        Assert.Contains(events[1].Scalars, scalar => scalar.Key == "speed/data-wait-share");
        Assert.DoesNotContain(Directory.GetFiles(_folder["work"]), path => path.Contains("tfevents", StringComparison.Ordinal));
    }

    private static ScalarEvent Event(long step, double seconds, params (string Tag, float Value)[] scalars) =>
        new(seconds, step, scalars.Select(scalar => KeyValuePair.Create(scalar.Tag, scalar.Value)).ToEquatableArray());
}
