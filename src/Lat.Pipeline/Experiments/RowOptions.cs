using Lat.Core;
using Lat.Detection;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>
/// A row of the table that is a method with something changed: one value of an ablation, one strategy. Its sections name only what differs
/// from the experiment's own; all stages that the change does not reach are shared with the other rows.
/// </summary>
public sealed record RowOptions
{
    /// <summary>The row's name in tables, stages and gates: 1 to 40 of a-z, 0-9 and '-', beginning with a letter, and no method's.</summary>
    public required string Name { get; init; }

    /// <summary>The method.</summary>
    public required Method Method { get; init; }

    /// <summary>How the downstream detector's batches are put together. Default null: as `downstream` says.</summary>
    public DownstreamStrategy? Strategy { get; init; }

    /// <summary>What differs from the experiment's `lat`. Default null: nothing.</summary>
    public LatSpec? Lat { get; init; }

    /// <summary>What differs from the experiment's `pseudoLabelTransfer`. Default null: nothing.</summary>
    public PseudoLabelTransferOptions? PseudoLabelTransfer { get; init; }

    /// <summary>What differs from the experiment's `lgpl`. Default null: nothing.</summary>
    public LabelGuidedSpec? Lgpl { get; init; }

    /// <summary>What differs from the experiment's `studentTeacher`. Default null: nothing.</summary>
    public StudentTeacherOptions? StudentTeacher { get; init; }

    /// <summary>What differs from the experiment's `downstream`. Default null: nothing.</summary>
    public DownstreamSpec? Downstream { get; init; }

    /// <summary>The experiment as this row asks it.</summary>
    internal Experiment Apply(Experiment experiment) => experiment with
    {
        Lat = Lat ?? experiment.Lat,
        PseudoLabelTransfer = PseudoLabelTransfer ?? experiment.PseudoLabelTransfer,
        Lgpl = Lgpl ?? experiment.Lgpl,
        StudentTeacher = StudentTeacher ?? experiment.StudentTeacher,
        Downstream = WithStrategy(Downstream ?? experiment.Downstream),
    };

    private DownstreamSpec WithStrategy(DownstreamSpec spec) => Strategy switch
    {
        DownstreamStrategy.Mixed => spec with { HalfAndHalf = false, FineTuneIterations = 0 },
        DownstreamStrategy.HalfAndHalf => spec with { HalfAndHalf = true, FineTuneIterations = 0 },
        DownstreamStrategy.FineTune => spec with { HalfAndHalf = false },
        DownstreamStrategy.Double => spec with { Training = spec.Training with { Iterations = checked(2 * spec.Training.Iterations) } },
        _ => spec,
    };
}
