using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class SetLossesTests
{
    private static readonly Annotation Left = new(new Box(10, 10, 30, 30), 0);

    // Centre and sides: one on the left label, one far from it, one between.
    private static readonly float[] Places = [0.2f, 0.2f, 0.2f, 0.2f, 0.8f, 0.8f, 0.2f, 0.2f, 0.5f, 0.5f, 0.2f, 0.2f];

    [Fact]
    public void AQueryOfALabelWeighsItsConfidenceInAllColumnsAndTheOthersWeighOne()
    {
        var (own, others) = (FocalOf([0.3f, -0.4f], 0), FocalOf([-1, 0.5f], null) + FocalOf([0.1f, 0.2f], null));
        Assert.Equal(2 * (own + others), Losses(Left)["class"], 1e-5);
        Assert.Equal(2 * ((0.25 * own) + others), Losses(Left with { Confidence = 0.25 })["class"], 1e-5);
        var unweighed = new DetectorLossOptions { WeightClassesByConfidence = false };
        Assert.Equal(2 * (own + others), Losses(Left with { Confidence = 0.25 }, unweighed)["class"], 1e-5);
    }

    [Fact]
    public void BoxesWeighTheConfidenceOnlyWhereTheOptionsSaySo()
    {
        var far = Left with { Box = new Box(12, 10, 32, 30), Confidence = 0.25 };
        var (plain, weighed) = (Losses(far), Losses(far, new DetectorLossOptions { WeightBoxesByConfidence = true }));
        Assert.Equal(5 * 0.02, plain["box"], 1e-5);
        Assert.Equal(2 * (1 - (18.0 / 22)), plain["giou"], 1e-5);
        Assert.Equal(plain["box"] / 4, weighed["box"], 1e-6);
        Assert.Equal(plain["giou"] / 4, weighed["giou"], 1e-6);
    }

    [Fact]
    public void TheSumIsDividedByTheLabelsOrByTheirWeightsButNeverByLessThanOne()
    {
        Annotation[] three = [Left with { Confidence = 0.5 }, new Annotation(new Box(70, 70, 90, 90), 1) { Confidence = 0.5 }, new Annotation(new Box(40, 40, 60, 60), 1)];
        using var scope = NewDisposeScope();
        var byWeights = new DetectorLossOptions { Normalizer = ClassLossNormalizer.Weights };
        Assert.Equal(Losses(three)["class"] * 3 / 2, Losses(byWeights, three)["class"], 1e-5);
        Assert.Equal(Losses(Left with { Confidence = 0.5 })["class"], Losses(Left with { Confidence = 0.5 }, byWeights)["class"], 1e-5);
    }

    [Fact]
    public void AQueryWithoutALabelInsideACrowdOrAnIgnoredBoxHasNoLoss()
    {
        var crowd = new Annotation(new Box(65, 65, 100, 100), 1) { IsCrowd = true };
        var ignored = new Annotation(new Box(0, 0, 35, 35), 1) { IsIgnored = true };
        var gradient = ClassGradient(TinyDetr.Targets(2, Left, crowd, ignored));
        Assert.All(gradient[..2], value => Assert.NotEqual(0, value)); // it has a label, so the ignored box above it is nothing to it
        Assert.All(gradient[2..4], value => Assert.Equal(0, value));
        Assert.All(gradient[4..], value => Assert.NotEqual(0, value));
    }

    [Fact]
    public void ClassesOfForeignLabelSpacesHaveNoLossUnlessTheOptionsSaySo()
    {
        var targets = TinyDetr.Targets(new LabelSpaceSlice(1, 1), 2, Left);
        var gradient = ClassGradient(targets);
        Assert.All([gradient[0], gradient[2], gradient[4]], value => Assert.Equal(0, value));
        Assert.All([gradient[1], gradient[3], gradient[5]], value => Assert.NotEqual(0, value));
        Assert.All(ClassGradient(targets, new DetectorLossOptions { MaskLabelSpaces = false }), value => Assert.NotEqual(0, value));
    }

    [Fact]
    public void AnImageWithoutLabelsTeachesBackgroundAlone()
    {
        var losses = Losses();
        Assert.Equal(2 * (FocalOf([0.3f, -0.4f], null) + FocalOf([-1, 0.5f], null) + FocalOf([0.1f, 0.2f], null)), losses["class"], 1e-5);
        Assert.Equal((0, 0), (losses["box"], losses["giou"]));
    }

    [Fact]
    public void WhereThereAreMoreLabelsThanQueriesTheDearestGoWithout()
    {
        Annotation[] four = [new(new Box(40, 0, 60, 20), 0), Left, new(new Box(70, 70, 90, 90), 1), new(new Box(40, 40, 60, 60), 1)];
        Assert.Equal((0.0, 0.0), (Losses(four)["box"], Math.Round(Losses(four)["giou"], 6)));
    }

    [Fact]
    public void NumbersThatAreNoneGiveALossThatIsNoneAndAnEnd()
    {
        using var scope = NewDisposeScope();
        using var logits = full([1, 3, 2], double.NaN, float32).requires_grad_();
        using var boxes = full([1, 3, 4], double.NaN, float32).requires_grad_();
        Assert.All(TinyDetr.Losses(logits, boxes, [TinyDetr.Targets(2, Left)]).Values, loss => Assert.True(double.IsNaN(loss)));
    }

    [Fact]
    public void QueriesFindTheirLabelsAcrossImages()
    {
        using var scope = NewDisposeScope();
        using var logits = zeros([2, 3, 2]).requires_grad_();
        using var boxes = tensor([.. Places, .. Places], [2, 3, 4]).requires_grad_();
        var losses = TinyDetr.Losses(logits, boxes, [TinyDetr.Targets(2, Left), TinyDetr.Targets(2, new Annotation(new Box(70, 70, 90, 90), 1))]);
        Assert.Equal((0.0, 0.0), (Math.Round(losses["box"], 5), Math.Round(losses["giou"], 5)));
        var gradient = logits.grad!.Values();
        Assert.All(Enumerable.Range(0, 12), at => Assert.Equal(at is 0 or 9, gradient[at] < 0));
    }

    private static IReadOnlyDictionary<string, double> Losses(Annotation annotation, DetectorLossOptions? loss = null) => Losses(loss, annotation);

    private static IReadOnlyDictionary<string, double> Losses(params Annotation[] annotations) => Losses(null, annotations);

    private static IReadOnlyDictionary<string, double> Losses(DetectorLossOptions? loss, params Annotation[] annotations)
    {
        using var scope = NewDisposeScope();
        return TinyDetr.Losses(Logits(), tensor(Places, [1, 3, 4]).requires_grad_(), [TinyDetr.Targets(2, annotations)], loss);
    }

    private static float[] ClassGradient(SetTargets targets, DetectorLossOptions? loss = null)
    {
        using var scope = NewDisposeScope();
        var logits = Logits();
        TinyDetr.Losses(logits, tensor(Places, [1, 3, 4]).requires_grad_(), [targets], loss);
        return logits.grad!.Values();
    }

    private static Tensor Logits() => tensor((float[])[0.3f, -0.4f, -1, 0.5f, 0.1f, 0.2f], [1, 3, 2]).requires_grad_();

    /// <summary>The focal loss of a query, by its definition.</summary>
    private static double FocalOf(float[] logits, int? right) => logits.Select((logit, column) =>
    {
        var probability = 1 / (1 + Math.Exp(-logit));
        return column == right ? -0.25 * Math.Pow(1 - probability, 2) * Math.Log(probability) : -0.75 * Math.Pow(probability, 2) * Math.Log(1 - probability);
    }).Sum();
}
