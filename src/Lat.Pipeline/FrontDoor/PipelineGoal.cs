namespace Lat.Pipeline;

/// <summary>What a user asks of an experiment: one per target of the front door.</summary>
public enum PipelineGoal
{
    /// <summary>Read or generate every dataset of the experiment.</summary>
    Import,

    /// <summary>Train one detector per dataset, each in its own label space.</summary>
    Detectors,

    /// <summary>Run every detector on every other dataset: N(N-1) pseudo-label sets.</summary>
    PseudoLabels,

    /// <summary>Train the Label-Aligned Transfer model.</summary>
    LatModel,

    /// <summary>Rewrite every source's annotations in the target's label space.</summary>
    Transfer,

    /// <summary>Train the downstream detector of every method and target.</summary>
    Downstream,

    /// <summary>Measure AP of every downstream detector.</summary>
    Evaluate,

    /// <summary>Write the tables.</summary>
    Report,

    /// <summary>Everything, ending with the table.</summary>
    Benchmark,

    /// <summary>Compare the results with the experiment's limits; non-zero when one is missed.</summary>
    Gate,

    /// <summary>Print what would run.</summary>
    Plan,

    /// <summary>Print for every stage whether it would be reused or run, and why.</summary>
    Explain,

    /// <summary>Run stored stages again, aside, and compare their bytes with what is stored.</summary>
    Reproduce,

    /// <summary>Write down what the stored results stand on, and what they are: the experiment's lock file.</summary>
    Lock,
}
