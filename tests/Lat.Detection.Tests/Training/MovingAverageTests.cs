using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public class MovingAverageTests
{
    [Fact]
    public void ItForgetsTheBeginningFastAndThenDecays()
    {
        using var scope = NewDisposeScope();
        using var network = nn.BatchNorm2d(1);
        using var average = new MovingAverage(network, 0.5);
        WeightInitialization.Constant(network.weight!, 3);
        network.get_buffer("running_mean")!.fill_(10);
        average.Update(0);              // decay 0.1: 0.1 * 1 + 0.9 * 3
        WeightInitialization.Constant(network.weight!, 5);
        average.Update(100);            // decay 0.5
        average.CopyToNetwork();
        Assert.Equal((2.8f + 5) / 2, network.weight!.item<float>(), 1e-5f);
        Assert.Equal((9f + 10) / 2, network.get_buffer("running_mean")!.item<float>(), 1e-5f);
    }
}
