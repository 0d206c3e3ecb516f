using System.ComponentModel;
using System.Diagnostics;

namespace Lat.Pipeline;

/// <summary>Runs one of Slurm's commands to its end.</summary>
internal static class SlurmCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Words by which sbatch says that the queue is full for this user, or for all.</summary>
    private static readonly string[] LimitWords = ["SubmitJobLimit", "SubmitJobPerUserLimit", "MaxSubmit", "job limit", "temporarily unable to accept job", "Resource temporarily unavailable"];

    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="SlurmFaultException">It is not there, failed, or did not answer.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? input, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.StandardInput.WriteAsync((input ?? "").AsMemory(), limit.Token).ConfigureAwait(false);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            var words = (await errors.ConfigureAwait(false)).Trim();
            return process.ExitCode == 0
                ? await output.ConfigureAwait(false)
                : throw new SlurmFaultException(FormattableString.Invariant($"{program} ended with exit code {process.ExitCode}: {words}"))
                {
                    IsLimit = LimitWords.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase)),
                };
        }
        catch (OperationCanceledException)
        {
            ProcessTree.Kill(process);
            cancellationToken.ThrowIfCancellationRequested();
            throw new SlurmFaultException(FormattableString.Invariant($"{program} did not answer within {Patience.TotalSeconds:0} s: is the controller (slurmctld) up?"));
        }
        catch (IOException exception)
        {
            throw new SlurmFaultException($"{program} ended before it had read its input: {exception.Message}", exception);
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new SlurmFaultException($"There is no {program} on this machine. Run this on a host of the cluster from which jobs are submitted, or leave out --executor slurm.", exception);
        }
    }
}
