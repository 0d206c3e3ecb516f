namespace Lat.Pipeline;

/// <summary>What is asked of a Slurm cluster.</summary>
internal interface ISlurmCluster
{
    /// <summary>The most tasks of one array.</summary>
    Task<int> MaximumTasksAsync(CancellationToken cancellationToken);

    /// <summary>Whether any node has a GPU.</summary>
    Task<bool> HasGpusAsync(CancellationToken cancellationToken);

    /// <returns>The number of the job.</returns>
    /// <exception cref="SlurmFaultException">It was refused.</exception>
    Task<string> SubmitAsync(SlurmSubmission submission, CancellationToken cancellationToken);

    /// <summary>This user's jobs, those that ended lately included; each task of an array by itself.</summary>
    /// <exception cref="SlurmFaultException">The controller does not answer.</exception>
    Task<IReadOnlyList<SlurmJob>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Ends jobs; those that have ended already stay as they are.</summary>
    /// <exception cref="SlurmFaultException">The controller does not answer.</exception>
    Task CancelAsync(IReadOnlyCollection<string> jobs, CancellationToken cancellationToken);
}
