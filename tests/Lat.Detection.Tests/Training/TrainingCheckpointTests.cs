using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

/// <summary>Whatever happened to its checkpoint, a run ends with the bytes of an undisturbed one, and its user hears of it once.</summary>
[NoLiveTensors]
public sealed class TrainingCheckpointTests : IDisposable
{
    private const string File = "x/checkpoint.safetensors";

    private static readonly TrainingOptions Options = new()
    {
        Iterations = 12, BaseLearningRate = 0.05, WarmupIterations = 2, CheckpointEvery = 3, ReportEvery = 5, AverageDecay = 0.9,
    };

    private readonly TemporaryFolder _folder = new();
    private readonly List<TrainingProgress> _reports = [];

    public static TheoryData<string> Names => [.. Damages.Keys];

    private static Dictionary<string, Func<byte[], byte[]>> Damages { get; } = new()
    {
        ["the length of the header"] = bytes => Flipped(bytes, 0),
        ["the length of the header, beyond the file"] = bytes => Flipped(bytes, 2),
        ["the brace of the header"] = bytes => Flipped(bytes, 8),
        ["the iteration"] = bytes => Flipped(bytes, After(bytes, "\"iteration\":\"")),
        ["the metrics"] = bytes => Flipped(bytes, After(bytes, "\"metrics\":\"") + 8),
        ["the run"] = bytes => Flipped(bytes, After(bytes, "\"run\":\"")),
        ["a shape"] = bytes => Flipped(bytes, After(bytes, "\"shape\":[")),
        ["the first tensor"] = bytes => Flipped(bytes, 8 + BitConverter.ToInt32(bytes)),
        ["the last tensor"] = bytes => Flipped(bytes, bytes.Length - 33),
        ["the checksum"] = bytes => Flipped(bytes, bytes.Length - 1),
        ["the checksum's name"] = bytes => Flipped(bytes, After(bytes, "\"sha")),
        ["the end is missing"] = bytes => bytes[..^1],
        ["the checksum is missing"] = bytes => bytes[..^32],
        ["half is missing"] = bytes => bytes[..(bytes.Length / 2)],
        ["one byte is left"] = bytes => bytes[..1],
        ["nothing is left"] = _ => [],
        ["zeros, as after a loss of power"] = bytes => new byte[bytes.Length],
        ["more at the end"] = bytes => [.. bytes, 0],
        ["a text"] = _ => Encoding.UTF8.GetBytes("This was put here by hand, and it is no checkpoint at all."),
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void ADamagedOneIsSetAsideAndTheRunEndsWithTheSameBytes(string damage)
    {
        var damaged = Damages[damage](Interrupted());
        System.IO.File.WriteAllBytes(_folder[File], damaged);
        RequireStartedAgain(damaged);
    }

    [Fact]
    public void AnIntactOneIsGoneOnWithAndNothingIsSaid()
    {
        Interrupted();
        using var resumed = Train();
        Assert.Equal(Enumerable.Range(6, 6), resumed.Iterations);
        Assert.DoesNotContain(_reports, report => report.Notice is not null);
        Assert.False(System.IO.File.Exists(_folder[File + ".set-aside"]));
        RequireSameAsUndisturbed(resumed);
    }

    [Fact]
    public void NoFlippedByteGoesUnnoticed()
    {
        var bytes = Interrupted();
        Assert.Null(CheckpointSeal.FaultOf(_folder[File]));
        for (var at = 0; at < bytes.Length; at++)
        {
            System.IO.File.WriteAllBytes(_folder["flipped"], Flipped(bytes, at));
            Assert.NotNull(CheckpointSeal.FaultOf(_folder["flipped"]));
        }
    }

    [Fact]
    public void WeightsOfANetworkAreNotTakenForACheckpoint()
    {
        Interrupted();
        using (var other = new Quadratic())
        {
            NetworkWeights.Save(other.Network, _folder[File]);
        }

        Assert.EndsWith("has no checksum", CheckpointSeal.FaultOf(_folder[File]), StringComparison.Ordinal);
        RequireStartedAgain(System.IO.File.ReadAllBytes(_folder[File]));
    }

    [Fact]
    public void OneOfAnotherRunIsSetAside()
    {
        Interrupted(Options with { BaseLearningRate = 0.01 });
        RequireStartedAgain(System.IO.File.ReadAllBytes(_folder[File]));
        Assert.Contains("is of another run", _reports[0].Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void OneOfAnotherNetworkChangesNothing()
    {
        Interrupted();
        using var scope = NewDisposeScope();
        using var other = nn.Linear(4, 5);
        using var optimizer = ParameterOptimizer.Create(other, Options, (_) => 1);
        var before = other.weight!.Values();
        var checkpoint = new TrainingCheckpoint(_folder["x"], Options, new Seed(1), other, optimizer, average: null);
        Assert.Equal(0, checkpoint.Restore());
        Assert.Contains("is of another network", checkpoint.Notice, StringComparison.Ordinal);
        Assert.Equal(before, other.weight!.Values());
    }

    [Fact]
    public void ItIsASafetensorsFileLikeAnyOther()
    {
        Interrupted();
        using var reader = SafeTensorsFile.Open(_folder[File]);
        var last = reader.Entries.MaxBy(entry => entry.Offset)!;
        Assert.Equal((CheckpointSeal.Name, "U8 [32]"), (last.Name, last.Form));
        var bytes = System.IO.File.ReadAllBytes(_folder[File]);
        Assert.Equal(ContentHash.Of(bytes.AsSpan(..^32)).ToBytes(), bytes[^32..]);
    }

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 0x10;
        return flipped;
    }

    private static int After(byte[] bytes, string text)
    {
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        Assert.True(at > 0, $"There is no {text} in the checkpoint.");
        return at + text.Length;
    }

    /// <summary>The checkpoint of a run that was killed in iteration 8; it goes on with iteration 6.</summary>
    private byte[] Interrupted(TrainingOptions? options = null)
    {
        using var trainable = new Quadratic { FailAt = 8 };
        Assert.Throws<IOException>(() => new TrainingLoop(options ?? Options, new Seed(1), _folder["x"]).Run(trainable));
        return System.IO.File.ReadAllBytes(_folder[File]);
    }

    private Quadratic Train()
    {
        var trainable = new Quadratic();
        new TrainingLoop(Options, new Seed(1), _folder["x"], new Recorder(_reports)).Run(trainable);
        return trainable;
    }

    private void RequireStartedAgain(byte[] bad)
    {
        using var again = Train();
        Assert.Equal(Enumerable.Range(0, 12), again.Iterations);
        Assert.Equal(bad, System.IO.File.ReadAllBytes(_folder[File + ".set-aside"]));
        Assert.StartsWith($"The checkpoint '{_folder[File]}' ", Assert.Single(_reports, report => report.Notice is not null).Notice, StringComparison.Ordinal);
        Assert.EndsWith("training starts again from the beginning.", _reports[0].Notice, StringComparison.Ordinal);
        Assert.Equal([5, 10, 12], _reports.Skip(1).Select(report => report.Iteration));
        RequireSameAsUndisturbed(again);
    }

    private void RequireSameAsUndisturbed(Quadratic trained)
    {
        using var whole = new Quadratic();
        new TrainingLoop(Options, new Seed(1), _folder["whole"]).Run(whole);
        Assert.Equal(whole.Weights, trained.Weights);
        Assert.Equal(System.IO.File.ReadAllText(_folder["whole/metrics.jsonl"]), System.IO.File.ReadAllText(_folder["x/metrics.jsonl"]));
        Assert.Equal(System.IO.File.ReadAllBytes(_folder["whole/checkpoint.safetensors"]), System.IO.File.ReadAllBytes(_folder[File]));
    }

    private sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
