namespace Lat.Pipeline;

/// <summary>How far a job is, as far as it matters here.</summary>
internal enum SlurmJobPhase
{
    /// <summary>It will run, or run again.</summary>
    Waiting,

    Running,

    /// <summary>It ended with exit code 0.</summary>
    Succeeded,

    /// <summary>It ended otherwise, and Slurm will not start it again.</summary>
    Failed,
}
