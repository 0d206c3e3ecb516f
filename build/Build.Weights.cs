using Lat.Core;
using Lat.Pipeline;
using Nuke.Common;

internal sealed partial class Build
{
    private Target Weights => _ => _
        .Description("Lists the weights that the experiment names: what is missing, where it is published, and whether its SHA-256 is right")
        .Executes(() => Outcome.Require(this, nameof(Weights), CheckWeights));

    private int CheckWeights() => new WeightsDesk(Console.Out).Check(ExperimentFile.Load(
        RootDirectory,
        Experiment ?? throw new LatException(ExperimentList.WhichOne(RootDirectory)),
        RepeatedParameter.ValuesOf(EnvironmentInfo.CommandLineArguments, nameof(Set), otherwise: Set).ToEquatableArray()));
}
