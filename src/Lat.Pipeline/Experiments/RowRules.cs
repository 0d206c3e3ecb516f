using Lat.Core;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>What must hold of an experiment's rows.</summary>
internal static class RowRules
{
    /// <summary>Everything that is wrong with them.</summary>
    public static IEnumerable<SpecProblem> Check(Experiment experiment)
    {
        for (var index = 0; index < experiment.Rows.Count; index++)
        {
            var (row, path) = (experiment.Rows[index], FormattableString.Invariant($"{nameof(Experiment.Rows)}[{index}]"));
            if (!DatasetName.IsValid(row.Name) || row.Name == "detector" || Enum.GetValues<Method>().Any(method => method.ToName() == row.Name))
            {
                yield return new SpecProblem(
                    $"{path}.name", $"is '{row.Name}'; expected 1 to 40 of a-z, 0-9 and '-', beginning with a letter, and neither a method's name nor 'detector'");
            }

            if (row.Strategy is not null && row.Method is Method.Baseline or Method.SourceOnlyMapped or Method.StudentTeacher && row.Strategy != DownstreamStrategy.Double)
            {
                yield return new SpecProblem($"{path}.strategy", $"says how batches are mixed, which '{row.Method.ToName()}' does not; expected 'double', or no strategy");
            }

            if (row.Strategy == DownstreamStrategy.FineTune && (row.Downstream ?? experiment.Downstream).FineTuneIterations == 0)
            {
                yield return new SpecProblem($"{path}.strategy", "is 'fine-tune', but 'downstream.fineTuneIterations' is 0; say how many of the last iterations see the target alone");
            }

            if (row.Strategy == DownstreamStrategy.HalfAndHalf && (row.Downstream ?? experiment.Downstream).Training.GroupByAspectRatio)
            {
                yield return new SpecProblem(
                    $"{path}.strategy", "is 'half-and-half', which excludes 'groupByAspectRatio'; add 'downstream: { training: { groupByAspectRatio: false } }' to the row");
            }

            if (row.Lat is { } lat && ShowsOtherFolds(lat.Model.Proposals, experiment.Lat.Model.Proposals))
            {
                yield return new SpecProblem(
                    $"{path}.lat.model.proposals", "asks for other out-of-fold predictions than the experiment; a table has one set of them: set 'lat.model.proposals' for all rows");
            }
        }
    }

    private static bool ShowsOtherFolds(PrivilegedProposalOptions row, PrivilegedProposalOptions all) =>
        (row.OwnSpace.IsOutOfFold() || (all.OwnSpace.IsOutOfFold() && row.OwnSpace.HasPredictions()))
        && (row.OwnSpace.IsOutOfFold() != all.OwnSpace.IsOutOfFold() || row.Folds != all.Folds);
}
