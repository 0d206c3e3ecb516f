using System.Diagnostics;
using System.Globalization;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Starts workers: `lat` in a process of its own, so that a crash or a kill costs one stage.</summary>
internal static class WorkerProcess
{
    /// <summary>What `lat` exits with where the user has to repair something.</summary>
    private const int UserFault = 1;

    /// <summary>What `lat` exits with where a disk or a network did not do what it should: the words say it all, and it may pass.</summary>
    private const int MachineFault = 75;

    /// <summary>How many of a worker's last words an error repeats.</summary>
    private const int LastLines = 20;

    /// <summary>Runs a worker to its end and returns what it wrote to its standard output.</summary>
    /// <exception cref="LatException">It cannot start, or it failed.</exception>
    public static string Capture(EquatableArray<string> command, IEnumerable<string> arguments)
    {
        using var process = Start(command, arguments, []);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new LatException(errors.GetAwaiter().GetResult().TrimEnd());
    }

    /// <summary>Runs a worker and passes on its lines; ends it when cancelled.</summary>
    /// <exception cref="LatException">It failed; its last words are in the message. A <see cref="TransientFaultException"/> where the user is not at fault.</exception>
    public static async Task RunAsync(
        EquatableArray<string> command, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment, Action<string> report,
        CancellationToken cancellation)
    {
        using var process = Start(command, arguments, environment);
        var lastWords = new Queue<string>();
        var output = Lines(process.StandardOutput, report);
        var errors = Lines(process.StandardError, line =>
        {
            lastWords.Enqueue(line);
            if (lastWords.Count > LastLines)
            {
                lastWords.Dequeue();
            }
        });
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            ProcessTree.Kill(process);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        await Task.WhenAll(output, errors).ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            var failure = Failure(process.ExitCode, lastWords);
            throw process.ExitCode == UserFault ? new LatException(failure) : new TransientFaultException(failure);
        }
    }

    private static string Failure(int exitCode, IEnumerable<string> lastWords)
    {
        var words = string.Join('\n', lastWords).Trim();
        var how = exitCode switch
        {
            137 => "The worker was killed: the machine ran out of memory, or someone killed it. Start again: it continues where it stood.",
            139 => "The worker crashed in native code (segmentation fault).",
            _ => string.Create(CultureInfo.InvariantCulture, $"The worker ended with exit code {exitCode}."),
        };
        return exitCode is UserFault or MachineFault && words.Length > 0 ? words : $"{how}\n{words}".TrimEnd();
    }

    private static async Task Lines(StreamReader reader, Action<string> take)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            take(line);
        }
    }

    private static Process Start(EquatableArray<string> command, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true, // held open: when this process dies its end closes, and the worker ends too
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in command.Skip(1).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => !InheritedVariables.Includes(name)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new LatException($"The worker '{command[0]}' cannot start: {exception.Message}. Run ./build.sh Compile.", exception);
        }
    }
}
