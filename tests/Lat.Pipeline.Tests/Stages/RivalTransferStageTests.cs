using System.Security.Cryptography;
using Lat.Datasets;
using Lat.Detection;
using Lat.Transfer;
using TorchSharp;

namespace Lat.Pipeline.Tests;

/// <summary>The rivals' transfers leave the bytes that they left while they held everything in memory.</summary>
public sealed class RivalTransferStageTests : IDisposable
{
    private static readonly LabelGuidedOptions Head = new() { HeadWidth = 8, OutputSize = 2, CanonicalBoxSize = 64, ScoreThreshold = 0 };

    private static readonly TrainingOptions Training = new() { Iterations = 10, BatchSize = 4, WarmupIterations = 3, BaseLearningRate = 0.05 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory] // the hashes are of the files of the revision before labels were written image by image
    [InlineData(false, false, "e9814d2e7998402b44af90d8faf682e3ac299e52a7701001be2f39804e7ecae8")]
    [InlineData(false, true, "0f93dca21a5983ef020f1cf8c6c2b08d4faedace1044ab1b86ace9e4b9738ec2")]
    [InlineData(true, false, "022bed3d688a9cbd91fa3fbe0d063f7ca859267e22359699615aca59e3f6dc87")]
    [InlineData(true, true, "c07030c19ba57df63527d923fb11d4f66bb163e00203ead68528438683cc649f")]
    public void PseudoLabelsBecomeTheSameBytesAsEver(bool filters, bool countMatched, string hash)
    {
        var context = new RivalInputs(_folder["in"], 53).Context("work");
        var outputs = PseudoLabels(filters, countMatched).Run(context);

        Assert.Equal([TransferStage.Labels], outputs);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(context.Output(TransferStage.Labels)))));
        Assert.Equal(["labels.bin"], Directory.GetFiles(context.WorkDirectory).Select(Path.GetFileName));
    }

    [Fact]
    public void LabelGuidedLabelsAreThoseOfATransferInMemory()
    {
        var context = new RivalInputs(_folder["in"], 37).Context("work");
        var outputs = LabelGuided().Run(context);

        InMemory(context, _folder["labels"]);
        Assert.Equal([TransferStage.Labels, TrainingFiles.Metrics], outputs);
        Assert.Equal(File.ReadAllBytes(_folder["labels"]), File.ReadAllBytes(context.Output(TransferStage.Labels)));
        Assert.Equal(["labels.bin", "metrics.jsonl"], Directory.GetFiles(context.WorkDirectory).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.InRange(AnnotationFile.Read(context.Output(TransferStage.Labels)).AnnotationCount, 20, int.MaxValue);
    }

    [Fact]
    public void ATransferThatFailsHalfwayLeavesNoLabels()
    {
        var inputs = new RivalInputs(_folder["in"], 20);
        DetectionFile.Write(inputs.Path("mid-on-coarse"), new DetectionSet(RivalInputs.Mid, [new ImageDetections("coarse-0.png", new ImageSize(64, 64), [])]));
        var context = inputs.Context("work");

        var fault = Assert.Throws<LatException>(() => PseudoLabels(false, false).Run(context));
        Assert.Contains("has no predictions for the image 'coarse-1.png'", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(context.WorkDirectory));
    }

    [Fact]
    public void ADamagedSourceIsNamedBeforeTheHeadIsTrained()
    {
        var inputs = new RivalInputs(_folder["in"], 5);
        var bytes = File.ReadAllBytes(inputs.Path("coarse.annotations"));
        bytes[^50] ^= 1;
        File.WriteAllBytes(inputs.Path("coarse.annotations"), bytes);
        var context = inputs.Context("work");

        var fault = Assert.Throws<LatException>(() => LabelGuided().Run(context));
        Assert.Contains($"'{inputs.Path("coarse.annotations")}' is damaged", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(context.WorkDirectory));
    }

    private static PseudoLabelTransferStage PseudoLabels(bool filters, bool countMatched) => new(
        "transfer/pseudo-label/coarse-to-mid", new TransferOptions { ScoreThreshold = 0.2 }.ForRivals(),
        new PseudoLabelTransferOptions { CountMatched = countMatched, NoiseFilterIou = 0.1 }, filters, "import", "pseudo-labels", "mid", "target-import");

    private static LabelGuidedTransferStage LabelGuided() => new(
        "transfer/lgpl/coarse-to-mid", Head, Training, new TransferOptions().ForRivals(), RivalInputs.Of("coarse", "mid"), RivalInputs.Of("mid", "coarse"), new Seed(1));

    /// <summary>The same with the source read at once and its labels written at once.</summary>
    private void InMemory(StageContext context, string labels)
    {
        string[] names = ["coarse", "mid"];
        var (from, to) = (RivalInputs.Of("coarse", "mid").Open(context, names), RivalInputs.Of("mid", "coarse").Open(context, names));
        using var sourceFeatures = from.Features;
        using var targetFeatures = to.Features;
        var (shared, own) = (new SharedClasses(RivalInputs.Coarse, RivalInputs.Mid), new Seed(1).Derive("lgpl"));
        using var model = new LabelGuidedModel(Head, RivalInputs.Levels, shared.Space.Count, own);
        using (var trainable = new LabelGuidedTrainable(model, Head, Training, shared, to.Annotations, to.PseudoLabels[0]!, to.Features, own, torch.CPU))
        {
            new TrainingLoop(Training, own, _folder["training"]).Run(trainable);
        }

        AnnotationFile.Write(labels, LabelGuidedTransfer.Transfer(
            model, Head, shared, from.Annotations, from.Features, KeyValuePair.Create(new DatasetName("mid"), RivalInputs.Mid), new TransferOptions().ForRivals(), torch.CPU));
    }
}
