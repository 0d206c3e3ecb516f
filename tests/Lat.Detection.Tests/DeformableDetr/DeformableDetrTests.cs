using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class DeformableDetrTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFolderOfItIsPredictedFromLikeAnyDetectors()
    {
        using var network = TinyDetr.Network();
        network.eval();
        var description = new DetectorDescription(Some.TinyDetector, [new LabelSpace("bright", "dark")], DeformableDetr: TinyDetr.Options);
        DetectorFolder.Save(network, description, _folder["detr"]);
        var image = Some.TwoRectangles(0).Image;
        using var predictor = DetectorPredictor.Load(_folder["detr"], CPU);
        using var images = ImageBatch.For(network, [image]);
        Assert.Equal(description, predictor.Description);
        Assert.Equal(network.Detect(images)[0], predictor.Predict([image])[0]);
        var message = Assert.Throws<LatException>(() => FeatureExtractor.Load(_folder["detr"], CPU)).Message;
        Assert.Contains("a Faster R-CNN is needed here", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDescriptionOfAFasterRcnnSaysNothingOfIt() =>
        Assert.DoesNotContain("deformable", new DetectorDescription(Some.TinyDetector, [new LabelSpace("a")]).ToJson(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void AnImagesDetectionsAreThoseItHasAlone()
    {
        using var network = TinyDetr.Network();
        network.eval();
        var (large, small) = (Recipe.Image("large", 90, 64), Recipe.Image("small", 64, 50));
        using var both = ImageBatch.For(network, [large, small]);
        using var one = ImageBatch.For(network, [large]);
        Assert.Equal([3, 64, 90], both.Pixels.shape[1..]);
        var (together, alone) = (network.Detect(both)[0], network.Detect(one)[0]);
        Assert.Equal(alone.Count, together.Count);
        Assert.All(alone.Zip(together), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-4));
    }

    [Fact]
    public void TheBestPairsOfQueryAndClassAreTheDetectionsCutToTheImage()
    {
        float[] probabilities = [0.1f, 0.9f, 0.3f, 0.8f, 0.2f, 0.4f];
        float[] boxes = [0.5f, 0.5f, 0.5f, 0.5f, 0.9f, 0.5f, 0.4f, 0.2f, 1.5f, 0.5f, 0.2f, 0.2f];
        var post = new SetPostprocessor(TinyDetr.Options with { DetectionsPerImage = 5 });
        var found = post.DetectionsOf(probabilities, boxes, 2, LabelSpaceSlice.Whole(2), [new ImageSize(200, 100)])[0];

        // The five best pairs are asked for; those of scores 0.4 and 0.2 lie outside the image.
        Assert.Equal([(0.9, 1), (0.8, 1), (0.3, 0)], found.Select(detection => (Math.Round(detection.Score, 6), detection.ClassIndex)));
        Assert.Equal(new Box(50, 25, 150, 75), found[0].Box);
        Assert.Equal((140, 200), (Math.Round(found[1].Box.X1, 3), found[1].Box.X2));
        Assert.Equal([0.1f, 0.9f], found[0].ClassScores);
        var ofOne = new SetPostprocessor(TinyDetr.Options with { ScoreThreshold = 0.2 }).DetectionsOf(probabilities, boxes, 2, new LabelSpaceSlice(0, 1), [new ImageSize(200, 100)])[0];
        Assert.Equal([0.3], ofOne.Select(detection => Math.Round(detection.Score, 6)));
    }

    [Fact]
    public void ACheckpointWhoseSharedHeadsHaveANameForEveryLayerLoads()
    {
        using var original = TinyDetr.Network(seed: 5);
        var entries = NetworkState.Of(original).Select(entry => KeyValuePair.Create(entry.Name, entry.Tensor)).ToList();
        entries.AddRange(entries.Where(entry => entry.Key.Contains("_embed.0.", StringComparison.Ordinal)).ToList()
            .Select(entry => KeyValuePair.Create(entry.Key.Replace("_embed.0.", "_embed.1.", StringComparison.Ordinal), entry.Value)));
        SafeTensorsFile.Write(_folder["w"], entries);
        using var loaded = TinyDetr.Network();
        StartingWeights.Load(loaded, new PretrainedWeights { File = "w", Sha256 = "", Part = WeightsPart.Detector }, _folder["w"]);
        Assert.All(NetworkState.Of(original).Zip(NetworkState.Of(loaded)), pair => Assert.Equal(pair.First.Tensor.Values(), pair.Second.Tensor.Values()));
    }

    [Fact]
    public void AHeadForOtherClassesMayKeepItsStart()
    {
        using var original = TinyDetr.Network(classCount: 3, seed: 5);
        NetworkWeights.Save(original, _folder["w"]);
        using var loaded = TinyDetr.Network();
        var weights = new PretrainedWeights { File = "w", Sha256 = "", Part = WeightsPart.Detector };
        Assert.Contains("class_embed.0.weight", Assert.Throws<LatException>(() => StartingWeights.Load(loaded, weights, _folder["w"])).Message, StringComparison.Ordinal);
        StartingWeights.Load(loaded, weights with { SkipMismatchedHead = true }, _folder["w"]);
        Assert.Equal(original.get_parameter("query_embed.weight")!.Values(), loaded.get_parameter("query_embed.weight")!.Values());
    }

    [Fact]
    public void TheBackboneAloneComesFromAClassifier()
    {
        using var body = new ResidualNetwork(Some.TinyDetector);
        NetworkWeights.Save(body, _folder["body"]);
        using var loaded = TinyDetr.Network();
        StartingWeights.Load(loaded, new PretrainedWeights { File = "body", Sha256 = "" }, _folder["body"]);
        Assert.Equal(body.get_parameter("conv1.weight")!.Values(), loaded.get_parameter("backbone.0.body.conv1.weight")!.Values());
    }

    [Fact]
    public void ItsInitialWeightsAreTheSeedsAndFollowTheOriginalsRules()
    {
        using DeformableDetr one = TinyDetr.Network(), same = TinyDetr.Network(), other = TinyDetr.Network(seed: 2);
        Assert.Equal(one.get_parameter("query_embed.weight")!.Values(), same.get_parameter("query_embed.weight")!.Values());
        Assert.NotEqual(one.get_parameter("query_embed.weight")!.Values(), other.get_parameter("query_embed.weight")!.Values());
        Assert.All(one.get_parameter("class_embed.0.bias")!.Values(), value => Assert.Equal(-4.59512f, value, 1e-4f));
        Assert.Equal([0, 0, -2, -2], one.get_parameter("bbox_embed.0.layers.2.bias")!.Values());
        Assert.All(one.get_parameter("transformer.encoder.layers.0.self_attn.sampling_offsets.weight")!.Values(), value => Assert.Equal(0, value));

        // Four heads look right, down, left and up; two points in each of three levels, one and two pixels away.
        var rays = one.get_parameter("transformer.encoder.layers.0.self_attn.sampling_offsets.bias")!.Values();
        Golden.AssertClose([1, 0, 2, 0, 1, 0, 2, 0, 1, 0, 2, 0, 0, 1, 0, 2, 0, 1, 0, 2, 0, 1, 0, 2], rays.AsSpan(0, 24), 1e-6f);
    }

    [Fact]
    public void OptionsThatNoNetworkCanHaveAreNamedTogether()
    {
        var problems = new DeformableDetrOptions { Width = 100, Heads = 3, TwoStage = true }.Check().Select(problem => problem.Path).ToList();
        Assert.Equal(["Width", "Heads", "TwoStage"], problems);
        Assert.Empty(new DeformableDetrOptions().Check());
    }
}
