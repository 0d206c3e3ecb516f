using System.Globalization;
using System.Text.RegularExpressions;

namespace Lat.Pipeline;

/// <summary>The cluster that this host's sbatch, squeue, scancel, sinfo and scontrol speak to.</summary>
internal sealed partial class SlurmCommandLine : ISlurmCluster
{
    private const int UsualMaximumTasks = 1000;

    /// <summary>Job, state, reason, nodes, comment: the comment last, as anything may stand in it.</summary>
    private const string QueueFormat = "%i|%T|%r|%N|%k";

    public async Task<int> MaximumTasksAsync(CancellationToken cancellationToken)
    {
        var settings = await SlurmCommand.RunAsync("scontrol", ["show", "config"], null, cancellationToken).ConfigureAwait(false);

        // Slurm's number is one more than the highest index.
        return MaximumArraySize().Match(settings) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is > 1 and var size
            ? size - 1
            : UsualMaximumTasks;
    }

    public async Task<bool> HasGpusAsync(CancellationToken cancellationToken) =>
        (await SlurmCommand.RunAsync("sinfo", ["--noheader", "--format=%G"], null, cancellationToken).ConfigureAwait(false)).Contains("gpu", StringComparison.Ordinal);

    public async Task<string> SubmitAsync(SlurmSubmission submission, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(submission.LogDirectory);
        var answer = await SlurmCommand.RunAsync("sbatch", ArgumentsOf(submission), submission.Script, cancellationToken).ConfigureAwait(false);

        // In a federation the cluster's name follows: 12;north.
        var number = answer.Trim().Split(';')[0];
        return number.Length > 0 && number.All(char.IsAsciiDigit) ? number : throw new SlurmFaultException($"sbatch named no job, but said: {answer.Trim()}");
    }

    public async Task<IReadOnlyList<SlurmJob>> ListAsync(CancellationToken cancellationToken) => Parse(await SlurmCommand.RunAsync(
        "squeue", ["--me", "--noheader", "--array", "--states=all", $"--format={QueueFormat}"], null, cancellationToken).ConfigureAwait(false));

    public async Task CancelAsync(IReadOnlyCollection<string> jobs, CancellationToken cancellationToken)
    {
        if (jobs.Count > 0)
        {
            await SlurmCommand.RunAsync("scancel", ["--quiet", .. jobs], null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What squeue printed, line by line; lines that are none of its are left out.</summary>
    internal static IReadOnlyList<SlurmJob> Parse(string queue) =>
    [
        .. queue.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', 5))
            .Where(parts => parts.Length == 5 && parts[0].Length > 0 && char.IsAsciiDigit(parts[0][0]))
            .Select(parts => new SlurmJob(parts[0].Trim(), parts[1].Trim(), parts[2].Trim(), parts[3].Trim(), parts[4].Trim())),
    ];

    internal static IReadOnlyList<string> ArgumentsOf(SlurmSubmission submission)
    {
        var request = submission.Request;

        // A per cent sign begins one of Slurm's own patterns.
        var logs = submission.LogDirectory.Replace("%", "%%", StringComparison.Ordinal);
        var throttle = submission.AtOnce is { } most ? FormattableString.Invariant($"%{most}") : "";
        (string Option, string? Value)[] options =
        [
            ("job-name", submission.Name),
            ("comment", submission.Comment),
            ("chdir", Environment.CurrentDirectory),
            ("output", submission.Tasks > 1 ? $"{logs}/%A_%a.log" : $"{logs}/%j.log"),
            ("array", submission.Tasks > 1 ? FormattableString.Invariant($"0-{submission.Tasks - 1}{throttle}") : null),
            ("dependency", submission.After.Count > 0 ? $"afterok:{string.Join(':', submission.After)}" : null),
            ("cpus-per-task", FormattableString.Invariant($"{submission.Threads}")),
            ("mem", submission.MemoryBytes is { } bytes ? FormattableString.Invariant($"{(bytes + (1 << 20) - 1) >> 20}M") : null),
            ("gres", submission.UsesGpu ? request.Gpu ?? "gpu:1" : null),
            ("partition", request.Partition),
            ("account", request.Account),
            ("qos", request.QualityOfService),
            ("time", request.Time),
        ];
        return
        [
            "--parsable", "--nodes=1", "--ntasks=1", "--requeue", "--open-mode=append", "--kill-on-invalid-dep=yes",
            .. options.Where(option => option.Value is not null).Select(option => $"--{option.Option}={option.Value}"),
            .. request.Arguments,
        ];
    }

    [GeneratedRegex(@"^MaxArraySize\s*=\s*(\d+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MaximumArraySize();
}
