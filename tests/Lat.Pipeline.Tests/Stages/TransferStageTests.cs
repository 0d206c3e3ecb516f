using Lat.Datasets;
using Lat.Detection;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline.Tests;

public sealed class TransferStageTests : IDisposable
{
    private static readonly ImageSize Size = new(64, 64);

    private static readonly ConcatenatedLabelSpace Spaces = new(
    [
        new(new DatasetName("coarse"), new LabelSpace("vehicle", "cyclist")), new(new DatasetName("mid"), new LabelSpace("car", "bicycle", "rider")),
    ]);

    private static readonly EquatableArray<FeatureShape> Levels = [new FeatureShape(4, 8, 8, 8)];

    private static readonly LatModelOptions Model = new() { HeadWidth = 8, OutputSize = 2, CanonicalBoxSize = 64 };

    private static readonly LatInputs Source = new("coarse", "import", "features", [new("mid", "pseudo-labels")]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheFilesAreThoseOfATransferInMemory(bool countMatched)
    {
        var spec = new LatSpec { Model = Model with { Proposals = new PrivilegedProposalOptions { CountMatched = countMatched } }, Transfer = new TransferOptions { ScoreThreshold = 0.2 } };
        var context = Inputs("work", 37);
        var outputs = Stage(spec).Run(context);

        InMemory(spec, context, _folder["labels"], _folder["provenance"]);
        Assert.Equal([TransferStage.Labels, TransferStage.Provenance], outputs);
        Assert.Equal(File.ReadAllBytes(_folder["labels"]), File.ReadAllBytes(context.Output(TransferStage.Labels)));
        Assert.Equal(File.ReadAllBytes(_folder["provenance"]), File.ReadAllBytes(context.Output(TransferStage.Provenance)));
        Assert.Equal(["labels.bin", "provenance.jsonl"], Directory.GetFiles(context.WorkDirectory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.InRange(AnnotationFile.Read(context.Output(TransferStage.Labels)).AnnotationCount, 38, int.MaxValue);
    }

    [Fact]
    public void ADamagedInputIsNamedBeforeAnythingIsWritten()
    {
        var context = Inputs("work", 3);
        var bytes = File.ReadAllBytes(_folder["mid.bin"]);
        bytes[^50] ^= 1;
        File.WriteAllBytes(_folder["mid.bin"], bytes);

        var fault = Assert.Throws<LatException>(() => Stage(new LatSpec { Model = Model }).Run(context));
        Assert.Contains($"'{_folder["mid.bin"]}' is damaged", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(context.WorkDirectory));
    }

    [Fact]
    public void ATransferThatFailsHalfwayLeavesNoLabels()
    {
        var context = Inputs("work", 20);
        WriteFeatures(18);

        var fault = Assert.Throws<LatException>(() => Stage(new LatSpec { Model = Model }).Run(context));
        Assert.Contains("No features for the image '18.png'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["provenance.jsonl"], Directory.GetFiles(context.WorkDirectory).Select(Path.GetFileName));
    }

    private static TransferStage Stage(LatSpec spec) => new(
        "transfer/lat/coarse-to-mid", spec, "lat-model", Source, "mid", spec.Model.Proposals.CountMatched ? [new("coarse", "import"), new("mid", "import")] : []);

    /// <summary>The same with everything read at once and written at once.</summary>
    private static void InMemory(LatSpec spec, StageContext context, string labels, string provenance)
    {
        var set = Source.Open(context, ["coarse", "mid"]);
        using var features = set.Features;
        using var model = new LatModel(spec.Model, Levels, Spaces, new Seed(2));
        model.eval();
        var thresholds = ProposalThresholds.Of(
            Spaces, spec.Model.Proposals, [.. set.PseudoLabels.Select(labels => labels?.Scores)], [.. new[] { "coarse", "mid" }.Select(name => ClassFrequencies.Of(AnnotationFile.Read(context.Input($"counted/{name}"))))]);
        using var writer = new ProvenanceWriter(provenance, Spaces, 0, 1);
        AnnotationFile.Write(labels, LatTransfer.Transfer(
            new LatPredictor(model, spec.Model, Spaces, torch.CPU, thresholds), set, 1, Spaces[1], spec.Transfer, writer.Write));
    }

    /// <summary>The files that the stage reads: images with up to four boxes of their own and up to three predictions, or none.</summary>
    private StageContext Inputs(string work, int images)
    {
        var random = new Seed(3).ToStream();
        AnnotationFile.Write(_folder["coarse.annotations"], new AnnotationSet(Spaces[0], Enumerable.Range(0, images).Select(image => new AnnotatedImage(
            Name(image), Size, Enumerable.Range(0, image % 5).Select(box => new Annotation(Draw(random), box % 2) { IsCrowd = box == 3 }).ToEquatableArray()))));
        AnnotationFile.Write(_folder["mid.annotations"], new AnnotationSet(
            Spaces[1], [new AnnotatedImage("own.png", Size, [new Annotation(Draw(random), 0), new Annotation(Draw(random), 2)])]));
        DetectionFile.Write(_folder["mid.bin"], new DetectionSet(Spaces[1], Enumerable.Range(0, images).Select(image => new ImageDetections(
            Name(image), Size, Enumerable.Range(0, image % 4).Select(box => Sees(random, box % 3)).ToEquatableArray())).ToEquatableArray()));
        WriteFeatures(images);
        LabelSpacesFile.Write(_folder["spaces"], Spaces);
        using (var model = new LatModel(Model, Levels, Spaces, new Seed(2)))
        {
            NetworkWeights.Save(model, _folder["weights"]);
        }

        Directory.CreateDirectory(_folder[work]);
        return new StageContext(
            NamedMap.Create(
                ("annotations/coarse", _folder["coarse.annotations"]),
                ("features/coarse", _folder["features"]),
                ("pseudo-labels/mid-on-coarse", _folder["mid.bin"]),
                ("counted/coarse", _folder["coarse.annotations"]),
                ("counted/mid", _folder["mid.annotations"]),
                ("weights", _folder["weights"]),
                ("spaces", _folder["spaces"])),
            _folder[work],
            "cpu",
            _ => { });
    }

    private void WriteFeatures(int images)
    {
        var random = new Seed(4).ToStream();
        using var writer = new FeatureFileWriter(_folder["features"], Levels);
        for (var image = 0; image < images; image++)
        {
            writer.Add(Name(image), [.. Enumerable.Range(0, Levels[0].Count).SelectMany(_ => BitConverter.GetBytes((Half)random.NextDouble(-1, 1)))]);
        }

        writer.Complete();
    }

    private static Core.Detection Sees(RandomStream random, int classIndex)
    {
        var score = random.NextDouble(0.3, 0.9);
        return new Core.Detection(Draw(random), classIndex, score) { ClassScores = Enumerable.Range(0, 3).Select(other => (float)(other == classIndex ? score : 0.02)).ToEquatableArray() };
    }

    private static Box Draw(RandomStream random) =>
        Box.FromXywh(random.NextDouble(0, 40), random.NextDouble(0, 40), random.NextDouble(4, 24), random.NextDouble(4, 24));

    private static string Name(int image) => FormattableString.Invariant($"{image}.png");
}
