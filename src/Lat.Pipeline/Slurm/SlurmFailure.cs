namespace Lat.Pipeline;

/// <summary>What is told of a job that ended without a result: what Slurm says, what to do, and the last lines of its log.</summary>
internal static class SlurmFailure
{
    private const int LastLines = 20;
    private const int MostBytes = 1 << 16;

    /// <param name="job">The job as the queue showed it last; null where the queue no longer knows it.</param>
    /// <param name="id">Its number.</param>
    /// <param name="logDirectory">Where its log lies.</param>
    public static string Describe(SlurmJob? job, string id, string logDirectory)
    {
        var log = Path.Combine(logDirectory, id + ".log");
        var where = job is { Nodes.Length: > 0 } ? $" on {job.Nodes}" : "";
        var words = Tail(log);
        return string.Join('\n', (string[])
        [
            $"Job {id}{where} {Ending(job)}",
            .. words,
            words.Count > 0 ? $"All of its log: {log}" : $"It left no log: {log}",
        ]);
    }

    private static string Ending(SlurmJob? job) => job?.State switch
    {
        null => "is no longer in the queue, and the store has no result of it. Run again.",
        "COMPLETED" => "says that it is done, but its result is not in the store as this host sees it. Is the store on a file system that all nodes share?",
        "TIMEOUT" => "ran into its time limit. Raise 'time' in the file given with --slurm, then run again: training goes on from its last checkpoint.",
        "OUT_OF_MEMORY" => "took more memory than it had asked for. Raise 'memory' in the file given with --slurm, then run again.",
        "CANCELLED" => "was cancelled. Run again: training goes on from its last checkpoint.",
        "NODE_FAIL" or "BOOT_FAIL" => "lost its node, and Slurm did not start it again. Run again: training goes on from its last checkpoint.",
        "PREEMPTED" => "had to make room for another job. Run again: training goes on from its last checkpoint.",
        "FAILED" when job.Reason == "NonZeroExitCode" => "failed. The last lines of its log:",
        _ => $"ended as {job.State} ({job.Reason}). The last lines of its log:",
    };

    /// <summary>The last lines that say something; none where there is no such file.</summary>
    private static List<string> Tail(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Position = Math.Max(0, file.Length - MostBytes);
            using var reader = new StreamReader(file);
            return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(LastLines)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
