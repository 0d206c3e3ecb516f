using System.Text;
using Lat.Artifacts;

namespace Lat.Pipeline.Tests;

public sealed class ReproductionTextTests : IDisposable
{
    private static readonly StageKeyParts Parts = new() { Kind = "detector", CodeRevision = "1" };

    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store, _scratch;

    public ReproductionTextTests() => (_store, _scratch) = (new ArtifactStore(_folder["store"]), new ArtifactStore(_folder["scratch"]));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheTensorThatDiffersFirstIsNamed()
    {
        var again = Weights();
        again[^3] ^= 1;
        Assert.Equal(
            """
            detector/mid  DIFFERENT in 1 of 1 files
              weights.safetensors: first at byte 173 of 176, in tensor 'head.bias' F32 [2]; 1 bytes differ
            1 stages run again: 0 identical, 1 different, 0 failed.
            """,
            Format(Publish(_store, "weights.safetensors", Weights()), Publish(_scratch, "weights.safetensors", again)));
    }

    [Fact]
    public void OtherFilesHaveAByteAndTheirSizes() => Assert.Equal(
        """
        detector/mid  DIFFERENT in 1 of 1 files
          metrics.jsonl: first at byte 3 of 5; 3 bytes differ (5 bytes stored, 6 this time)
        1 stages run again: 0 identical, 1 different, 0 failed.
        """,
        Format(Publish(_store, "metrics.jsonl", "loss:"u8.ToArray()), Publish(_scratch, "metrics.jsonl", "losT!!"u8.ToArray())));

    [Fact]
    public void AFileThatOnlyOneOfThemHasIsNamed() => Assert.Contains(
        "  a: stored, but not made this time\n  b: not stored, but made this time\n",
        Format(Publish(_store, "a", [1]), Publish(_scratch, "b", [1])),
        StringComparison.Ordinal);

    [Fact]
    public void IdenticalAndFailedStagesHaveALineEach()
    {
        var stored = Publish(_store, "a", [1]);
        Assert.Equal(
            """
            detector/mid  identical (1 files, 1 B)
            import/mid    FAILED: No memory.
            2 stages run again: 1 identical, 0 different, 1 failed.
            """,
            ReproductionText.Format([Stage("detector/mid", stored, stored), Stage("import/mid", stored, null)], _store, _scratch).ReplaceLineEndings("\n"));
    }

    private string Format(StageResult stored, StageResult again)
    {
        var names = stored.Outputs.Concat(again.Outputs).Select(output => output.Name).Distinct(StringComparer.Ordinal);
        var stage = Stage("detector/mid", stored, again) with { Differences = [.. names.Select(name => Difference(stored.FindOutput(name), again.FindOutput(name), name))] };
        return ReproductionText.Format([stage], _store, _scratch).ReplaceLineEndings("\n");
    }

    private OutputDifference Difference(StageOutput? stored, StageOutput? again, string name)
    {
        if (stored is null || again is null)
        {
            return new OutputDifference(name, stored, again, null, 0);
        }

        var (left, right) = (File.ReadAllBytes(_store.VerifiedPath(stored)), File.ReadAllBytes(_scratch.VerifiedPath(again)));
        var same = left.AsSpan().CommonPrefixLength(right);
        return new OutputDifference(name, stored, again, same, left.Zip(right).Count(pair => pair.First != pair.Second) + Math.Abs(left.Length - right.Length));
    }

    private static ReproducedStage Stage(string name, StageResult stored, StageResult? again) => new()
    {
        Node = new StageNode { Name = name, Kind = "detector", CodeRevision = "1" }, Stored = stored, Again = again, Fault = again is null ? "No memory." : null,
    };

    private static StageResult Publish(ArtifactStore store, string name, byte[] content)
    {
        var work = store.OpenWorkDirectory(Parts.ToKey(), out _);
        File.WriteAllBytes(Path.Combine(work, name), content);
        return store.Publish(Parts, work, [name], new StageMeasurements());
    }

    /// <summary>Two tensors of two and four bytes a number: 8 bytes of length, 152 of header, 16 of numbers.</summary>
    private static byte[] Weights()
    {
        const string Header = """{"head.bias":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},"body.bias":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";
        return [.. BitConverter.GetBytes(152L), .. Encoding.ASCII.GetBytes(Header.PadRight(152)), .. new byte[16]];
    }
}
