namespace Lat.Detection.Tests;

/// <summary>
/// The whole detector on ResNet-18 with trained batch norms, against what torchvision 0.14.1 computed from the same weights and images.
/// </summary>
[NoLiveTensors]
public class TorchvisionGoldenTests
{
    [Fact]
    public void EveryStageOfTheBackboneThePyramidAndTheProposalHeadAgreesInPrediction() => Compare(comparison => comparison.Features("prediction"));

    [Fact]
    public void EveryStageAgreesInTrainingWithTheBatchsOwnStatistics() => Compare(comparison => comparison.Features("training"));

    [Fact]
    public void ProposalsAndDetectionsAgree() => Compare(comparison => comparison.Detections());

    [Fact]
    public void PoolingRegionsOfAllSizesAgreesForwardAndBackward() => Compare(comparison => comparison.Alignment());

    [Fact]
    public void MatchesProposalsAndDrawsAgree() => Compare(comparison => comparison.Samples());

    [Fact]
    public void LossesEveryGradientAndTheRunningStatisticsAgree() => Compare(comparison => comparison.LossesAndGradients());

    private static void Compare(Action<ParityComparison> compare)
    {
        using var comparison = new ParityComparison(Golden.Read("parity-resnet18.json"));
        compare(comparison);
    }
}
