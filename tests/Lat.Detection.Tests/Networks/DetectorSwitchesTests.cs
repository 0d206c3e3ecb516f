using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

/// <summary>Switches of the architecture that the field has and that are off by default.</summary>
[NoLiveTensors]
public class DetectorSwitchesTests
{
    private static readonly DetectorOptions ClassAgnostic =
        Some.TinyDetector with { Regions = Some.TinyDetector.Regions with { ClassAgnosticBoxes = true, ScoreThreshold = 0.01 } };

    [Fact]
    public void AClassAgnosticDetectorHasOneRegressorThatLearnsAndDetects()
    {
        using var network = new FasterRcnn(ClassAgnostic, 2, new Seed(1));
        using var scope = NewDisposeScope();
        var example = Some.TwoRectangles(0);
        using var images = ImageBatch.From([example.Image], network.Options, CPU);
        var regressor = network.named_parameters().Single(entry => entry.name == "roi_heads.box_predictor.bbox_pred.weight").parameter;
        Assert.Equal([4L, 64L], regressor.shape);
        network.ComputeLosses(images, [ImageTargets.From(example, 2)], new DetectorLossOptions(), new Seed(1).ToStream()).Total().backward();
        Assert.Contains(regressor.grad!.Values(), value => value != 0);
        network.eval();
        Assert.Equal([0, 1], network.Detect(images)[0].Select(detection => detection.ClassIndex).Distinct().Order());
    }

    [Fact]
    public void TheEpsilonOfNormsCountsWhereVarianceIsSmall()
    {
        using var scope = NewDisposeScope();
        using var published = new FrozenBatchNorm(1, 0);
        using var usual = new FrozenBatchNorm(1, 1e-5);
        using var trained = (TorchSharp.Modules.BatchNorm2d)Convolutions.Norm(1, new NormPlan(Frozen: false, Epsilon: 1e-5));
        trained.eval();
        using (no_grad())
        {
            foreach (var norm in new nn.Module[] { published, usual, trained })
            {
                norm.named_buffers().Single(entry => entry.name == "running_var").buffer.fill_(1e-5);
            }
        }

        Assert.Equal(1 / Math.Sqrt(1e-5), published.call(Pixel()).item<float>(), 1e-2);
        Assert.Equal(1 / Math.Sqrt(2e-5), usual.call(Pixel()).item<float>(), 1e-2);
        Assert.Equal(1 / Math.Sqrt(2e-5), trained.call(Pixel()).item<float>(), 1e-2);

        // A frozen norm changes its input: each gets one of its own.
        static Tensor Pixel() => ones([1, 1, 1, 1]);
    }
}
