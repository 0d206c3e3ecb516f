using Lat.Detection;
using TorchSharp;

namespace Lat.Transfer.Tests;

[NoLiveTensors]
public sealed class LatModelTests
{
    private static readonly RegionBatch Regions = new(
        [[Some.Proposal(new Box(4, 4, 40, 40)), Some.Proposal(new Box(10, 2, 20, 60), 1, 2, 0.5f)], [Some.Proposal(new Box(30, 30, 50, 62))]], Some.Spaces);

    [Fact]
    public void EveryProposalHasALogitForEveryClassOfEverySpaceAndABoxOfEachClass()
    {
        using var scope = torch.NewDisposeScope();
        using var model = Model(1);
        var (logits, deltas) = model.forward(Maps(2), Regions);
        Assert.Equal([3, 1 + 5], logits.shape);
        Assert.Equal([3, 4 * (1 + 5)], deltas.shape);
    }

    [Fact]
    public void ForeignClassesGetExactlyNoGradient()
    {
        using var scope = torch.NewDisposeScope();
        using var model = Model(1);
        var (logits, _) = model.forward(Maps(2), Regions);
        var masked = LabelSpaceMask.Apply(logits, [new LabelSpaceSlice(2, 3), new LabelSpaceSlice(2, 3)], Regions.CountsPerImage);
        RegionLosses.Classification(masked, [3, 0, 5], null, ClassLossNormalizer.Regions).backward();
        var gradients = model.named_parameters().Where(entry => entry.name.Contains("cls_score", StringComparison.Ordinal))
            .Select(entry => entry.parameter.grad!.Values().Chunk(entry.parameter.dim() == 2 ? 8 : 1).ToList()).ToList();
        Assert.Equal(2, gradients.Count);
        Assert.All(gradients, rows =>
        {
            Assert.All([1, 2], foreign => Assert.All(rows[foreign], value => Assert.Equal(0, value)));
            Assert.All([0, 3, 4, 5], own => Assert.Contains(rows[own], value => value != 0));
        });
    }

    [Fact]
    public void OneRegressorServesAllClassesWhereAsked()
    {
        using var scope = torch.NewDisposeScope();
        using var model = new LatModel(Some.TinyModel with { ClassAgnosticBoxes = true }, Some.Levels, Some.Spaces, new Seed(1));
        var (logits, deltas) = model.forward(Maps(2), Regions);
        Assert.Equal([3, 1 + 5], logits.shape);
        Assert.Equal([3, 4], deltas.shape);
    }

    [Fact]
    public void ForeignBoxRegressorsGetExactlyNoGradient()
    {
        using var scope = torch.NewDisposeScope();
        using var model = Model(1);
        var (_, deltas) = model.forward(Maps(2), Regions);
        RegionLosses.BoxRegression(deltas, [3, 0, 5], [.. Enumerable.Repeat(1f, 12)], null).backward();
        var rows = model.named_parameters().Single(entry => entry.name == "box_predictor.bbox_pred.weight").parameter.grad!.Values().Chunk(4 * 8).ToList();
        Assert.All([0, 1, 2, 4], column => Assert.All(rows[column], value => Assert.Equal(0, value)));
        Assert.All([3, 5], column => Assert.Contains(rows[column], value => value != 0));
    }

    [Fact]
    public void ScoresAsEvidenceStartAtNothingAndThenReachTheLogits()
    {
        using var scope = torch.NewDisposeScope();
        using var plain = Model(1);
        using var told = new LatModel(Some.TinyModel with { ScoreEvidence = true }, Some.Levels, Some.Spaces, new Seed(1));
        Assert.Equal(plain.forward(Maps(2), Regions).Logits.Values(), told.forward(Maps(2), Regions).Logits.Values());
        using (torch.no_grad())
        {
            told.named_parameters().Single(entry => entry.name == "evidence.weight").parameter[5, 4] = 8;
        }

        var raised = told.forward(Maps(2), Regions).Logits.Values().Zip(plain.forward(Maps(2), Regions).Logits.Values(), (after, before) => after - before).ToList();
        Assert.Equal(8 * 0.5, raised[6 + 5], 5); // the second proposal is half sure of class 4, whose logit is the sixth
        Assert.Equal(4, raised.Sum(), 4);
    }

    [Theory]
    [InlineData(FusionMode.Plain)]
    [InlineData(FusionMode.ClassAware)]
    public void AFusionThatStartsAtNothingFirstLeavesTheLogitsAsTheyAreWithoutAndLearns(FusionMode mode)
    {
        using var scope = torch.NewDisposeScope();
        using var alone = new LatModel(Some.TinyModel with { Fusion = new FusionOptions { Mode = FusionMode.None } }, Some.Levels, Some.Spaces, new Seed(1));
        using var nothing = new LatModel(Some.TinyModel with { Fusion = new FusionOptions { Mode = mode } }, Some.Levels, Some.Spaces, new Seed(1));
        using var drawn = new LatModel(
            Some.TinyModel with { Fusion = new FusionOptions { Mode = mode, StartsAtNothing = false } }, Some.Levels, Some.Spaces, new Seed(1));
        var before = alone.forward(Maps(2), Regions).Logits.Values();
        var (logits, _) = nothing.forward(Maps(2), Regions);
        Assert.Equal(before, logits.Values());
        Assert.NotEqual(before, drawn.forward(Maps(2), Regions).Logits.Values());
        logits.square().sum().backward();
        var values = nothing.named_parameters().Where(entry => entry.name.EndsWith("Value.weight", StringComparison.Ordinal)).ToList();
        Assert.Equal(mode == FusionMode.Plain ? 1 : 2, values.Count);
        Assert.All(values, entry => Assert.Contains(entry.parameter.grad!.Values(), value => value != 0));
    }

    [Fact]
    public void AProposalThatIsNotHeededChangesNoOtherProposalsLogits()
    {
        using var scope = torch.NewDisposeScope();
        using var model = new LatModel(Some.TinyModel with { Fusion = new FusionOptions { StartsAtNothing = false } }, Some.Levels, Some.Spaces, new Seed(1));
        var (first, second) = (Some.Proposal(new Box(4, 4, 40, 40)), Some.Proposal(new Box(10, 2, 20, 60), 1, 2, 0.5f));
        var alone = FirstOf(first);
        Assert.Equal(alone, FirstOf(first, second with { IsHeeded = false }));
        Assert.NotEqual(alone, FirstOf(first, second));

        EquatableArray<double> FirstOf(params PrivilegedProposal[] proposals) => model.forward(Maps(1), new RegionBatch([proposals], Some.Spaces))
            .Logits.Values().Take(6).Select(value => Math.Round(value, 4)).ToEquatableArray();
    }

    [Theory]
    [InlineData(FusionGeometry.OverlapMask, 1)]
    [InlineData(FusionGeometry.RelativeBias, 2)]
    public void VariantsThatLookAtTheBoxesPassThroughTheModel(FusionGeometry geometry, int heads)
    {
        using var scope = torch.NewDisposeScope();
        using var model = new LatModel(
            Some.TinyModel with { Fusion = new FusionOptions { Geometry = geometry, Heads = heads } }, Some.Levels, Some.Spaces, new Seed(1));
        var (logits, _) = model.forward(Maps(2), Regions);
        Assert.All(logits.Values(), value => Assert.True(float.IsFinite(value)));
        logits.sum().backward();
        Assert.All(model.named_parameters(), entry => Assert.True(entry.parameter.grad is null || entry.parameter.grad.isfinite().all().item<bool>(), entry.name));
    }

    [Fact]
    public void TheSameSeedGivesTheSameWeightsAndAnotherGivesOthers()
    {
        using var first = Model(1);
        using var same = Model(1);
        using var other = Model(2);
        Assert.Equal(Weights(first), Weights(same));
        Assert.NotEqual(Weights(first), Weights(other));
    }

    [Fact]
    public void AnOptionOfTheFusionChangesNoFirstWeightElsewhere()
    {
        using var fused = Model(1);
        using var alone = new LatModel(Some.TinyModel with { Fusion = new FusionOptions { Mode = FusionMode.None } }, Some.Levels, Some.Spaces, new Seed(1));
        var heads = Weights(fused).Where(entry => !entry.Name.StartsWith("fusion", StringComparison.Ordinal));
        Assert.Equal(heads, Weights(alone));
    }

    [Fact]
    public void ImagesWithoutAnyProposalPass()
    {
        using var scope = torch.NewDisposeScope();
        using var model = Model(1);
        var (logits, deltas) = model.forward(Maps(1), new RegionBatch([[]], Some.Spaces));
        Assert.Equal((0, 0), (logits.shape[0], deltas.shape[0]));
    }

    private static LatModel Model(ulong seed) => new(Some.TinyModel, Some.Levels, Some.Spaces, new Seed(seed));

    private static List<torch.Tensor> Maps(int images) => [.. Some.Levels.Select(level =>
        torch.tensor(Some.Numbers(images * level.Count, new Seed(7).ToStream()), [images, level.Channels, level.Height, level.Width]))];

    private static List<(string Name, EquatableArray<float> Values)> Weights(LatModel model) =>
        [.. model.named_parameters().Select(entry => (entry.name, entry.parameter.Values().ToEquatableArray()))];
}
