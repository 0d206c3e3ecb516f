using System.Text.Json;
using TorchSharp;

namespace Lat.Transfer.Tests;

[NoLiveTensors]
public sealed class ProvenanceTests : IDisposable
{
    private static readonly Box Cyclist = new(8, 8, 40, 48);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryLabelNamesTheBoxItCameFromAndTheProposalsItHeeded()
    {
        var image = Lines(new TransferOptions { ScoreThreshold = 0, Contributions = 2 })[0];
        var label = image.GetProperty("labels").EnumerateArray().First(one => one.GetProperty("origin").GetString() == "transferred" && one.TryGetProperty("source", out _));
        Assert.Equal(0, label.GetProperty("source").GetInt32());
        var heeded = label.GetProperty("heeded").EnumerateArray().ToList();
        Assert.Equal(2, heeded.Count);
        Assert.Equal(["coarse", "mid"], heeded.Select(one => one.GetProperty("dataset").GetString()).Order());
        Assert.All(heeded, one => Assert.InRange(one.GetProperty("classWeight").GetDouble(), 0, 1));
        Assert.Equal(1, heeded.Sum(one => one.GetProperty("classWeight").GetDouble()), 3); // the image has just these two
    }

    [Fact]
    public void TheTargetsOwnPredictionSaysSoWhereNoSourceBoxLiesThere()
    {
        var joined = Lines(new TransferOptions()).SelectMany(image => image.GetProperty("labels").EnumerateArray())
            .Single(label => label.GetProperty("origin").GetString() == "pseudo-label");
        Assert.Equal(("rider", "target-detector"), (joined.GetProperty("class").GetString(), joined.GetProperty("withoutSource").GetString()));
        Assert.False(joined.TryGetProperty("source", out _));
    }

    [Fact]
    public void SourceBoxesWithoutALabelAreListedWithTheReason()
    {
        using var writer = Write(new TransferOptions { ScoreThreshold = 1, JoinPseudoLabels = false }, "none.jsonl");
        Assert.Equal([(SourceLoss.NotCounted, 1), (SourceLoss.TooSmall, 1), (SourceLoss.BelowThreshold, 1)], writer.Losses.Select(loss => (loss.Key, loss.Value)));
        writer.Dispose();
        var lost = Read("none.jsonl")[0].GetProperty("sourcesWithoutLabel").EnumerateArray().ToList();
        Assert.Equal([("cyclist", "below-threshold"), ("cyclist", "not-counted"), ("vehicle", "too-small")], lost.Select(one => (one.GetProperty("class").GetString()!, one.GetProperty("reason").GetString()!)));
        Assert.InRange(lost[0].GetProperty("bestScore").GetDouble(), 0.01, 0.99);
    }

    [Fact]
    public void ASuppressedBoxNamesTheLabelThatSuppressedIt()
    {
        var image = Some.Image("a", new Annotation(Cyclist, 1), new Annotation(Cyclist, 1));
        var (first, second) = (Candidate(0.9, 0), Candidate(0.8, 1));
        var prediction = new ImagePrediction([Some.Proposal(Cyclist) with { SourceIndex = 0 }, Some.Proposal(Cyclist) with { SourceIndex = 1 }], [first, second], [0.9, 0.8], []);
        var unmatched = Assert.Single(UnmatchedSource.Of(image, prediction, LabelSelection.Select([first, second], new TransferOptions())));
        Assert.Equal(new UnmatchedSource(1, SourceLoss.Suppressed, 0.8, 0), unmatched);
        var full = Assert.Single(UnmatchedSource.Of(image, prediction, LabelSelection.Select([first, second], new TransferOptions { MaximumLabels = 1 })));
        Assert.Equal((SourceLoss.TooManyLabels, null), (full.Reason, full.SuppressedBy));
        var crowded = Assert.Single(UnmatchedSource.Of(image, prediction with { Proposals = [prediction.Proposals[0]] }, LabelSelection.Select([first], new TransferOptions())));
        Assert.Equal(SourceLoss.TooManyProposals, crowded.Reason);

        static LabelCandidate Candidate(double score, int source) => new(Cyclist, 0, score, AnnotationOrigin.Transferred, source);
    }

    [Fact]
    public void LookingOnChangesNoLabel()
    {
        var options = new TransferOptions { ScoreThreshold = 0 };
        Assert.Equal(Transfer(options, null), Transfer(options, _ => { }));
        Assert.Equal(Transfer(options, null), Transfer(options with { Provenance = false, Contributions = 0 }, null));
    }

    private List<JsonElement> Lines(TransferOptions options)
    {
        Write(options, "lines.jsonl").Dispose();
        return Read("lines.jsonl");
    }

    private List<JsonElement> Read(string name) => [.. File.ReadLines(_folder[name]).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    private ProvenanceWriter Write(TransferOptions options, string name)
    {
        var writer = new ProvenanceWriter(_folder[name], Some.Spaces, source: 0, target: 1);
        Transfer(options, writer.Write);
        return writer;
    }

    private EquatableArray<AnnotatedImage> Transfer(TransferOptions options, Action<ImageTransfer>? observe)
    {
        var source = new AnnotationSet(Some.Coarse,
        [
            Some.Image("a", new Annotation(Cyclist, 1), new Annotation(Cyclist, 1) { IsCrowd = true }, new Annotation(new Box(0, 0, 0.5, 9), 0)), Some.Image("b"),
        ]);
        var seen = new DetectionIndex(new DetectionSet(Some.Mid, [Some.Found("a", Some.Sees(new Box(44, 44, 60, 60), 2, 0.95, 3)), Some.Found("b")]));
        using var features = Some.RandomFeatures(_folder[Path.GetRandomFileName()], ["a", "b"], new Seed(1));
        using var model = new LatModel(Some.TinyModel, Some.Levels, Some.Spaces, new Seed(2));
        model.eval();
        return LatTransfer.Transfer(
            new LatPredictor(model, Some.TinyModel, Some.Spaces, torch.CPU), new LatTrainingSet(0, source, features, [null, seen]), target: 1, Some.Mid, options, observe).Images;
    }
}
