using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class LabelSpaceMaskTests
{
    [Fact]
    public void ForeignClassesHaveNoProbabilityAndExactlyNoGradient()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(Some.Numbers(4 * 7, new Seed(2).ToStream()), [4, 7]).requires_grad_();
        var masked = LabelSpaceMask.Apply(logits, [new(0, 2), new(2, 4)], [3, 1]);
        RegionLosses.Classification(masked, [1, 0, 2, 5], null, ClassLossNormalizer.Regions).backward();
        var (gradient, probabilities) = (logits.grad!.Values(), masked.detach().softmax(1).Values());
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 7; column++)
            {
                var visible = column == 0 || (row < 3 ? column is 1 or 2 : column >= 3);
                Assert.Equal(visible, gradient[(row * 7) + column] != 0);
                Assert.Equal(visible, probabilities[(row * 7) + column] != 0);
            }
        }
    }

    [Fact]
    public void AWholeHeadIsNotMasked()
    {
        using var scope = NewDisposeScope();
        var logits = zeros([2, 4]);
        Assert.Same(logits, LabelSpaceMask.Apply(logits, LabelSpaceSlice.Whole(3)));
    }

    [Fact]
    public void SpacesLieOneAfterTheOther() =>
        Assert.Equal(
            [new LabelSpaceSlice(0, 2), new LabelSpaceSlice(2, 1)],
            LabelSpaceSlice.Concatenate([new LabelSpace("car", "bus"), new LabelSpace("car")]));
}
