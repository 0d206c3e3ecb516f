namespace Lat.Pipeline;

/// <summary>Who runs the stages of an experiment.</summary>
public enum StageExecutorKind
{
    /// <summary>Processes on this machine.</summary>
    Local,

    /// <summary>Jobs of the Slurm cluster that this machine submits to.</summary>
    Slurm,
}
