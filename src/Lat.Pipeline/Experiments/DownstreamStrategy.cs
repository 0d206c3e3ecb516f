using System.Diagnostics.CodeAnalysis;

namespace Lat.Pipeline;

/// <summary>How the downstream detector's batches are put together, in a word (paper, Tables 3 and 5); a short form of fields of <see cref="DownstreamSpec"/>.</summary>
public enum DownstreamStrategy
{
    /// <summary>All images shuffled together to the end ("Mixed Batch").</summary>
    Mixed,

    /// <summary>Every batch half the target's to the end ("50/50 Batch").</summary>
    HalfAndHalf,

    /// <summary>All images shuffled together, and the last <see cref="DownstreamSpec.FineTuneIterations"/> the target's alone ("Fine-Tuning").</summary>
    FineTune,

    /// <summary>Twice the iterations, fine-tuning as long as before ("Double Iterations").</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The paper's word for the schedule, and the file's.")]
    Double,
}
