using Lat.Core;

namespace Lat.Cli;

/// <summary>The `lat` command: one stage in its own process, and the tools on single files. The one place that prints and sets an exit code.</summary>
public static class EntryPoint
{
    /// <summary>The exit code where a disk or a network did not do what it should, and may do it later.</summary>
    private const int MachineFault = 75;

    /// <returns>0; 1 for a mistake of the user's, with a message; 75 where the disk failed, with a message; 70 for one of ours, with a stack; 130 where the user stopped it.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            // A worker starts once for every stage: it does not wait for the descriptions of all commands.
            if (WorkerRun.TryParse(arguments) is { } worker)
            {
                worker.Run(output);
                return 0;
            }

            return CommandTree.Invoke(arguments, output, errors);
        }
        catch (LatException exception)
        {
            errors.WriteLine(exception.Message);
            return MayPass(exception) ? MachineFault : 1;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("Stopped; nothing was written.");
            return 130;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            errors.WriteLine($"This is a fault in Lat, not in what you did. Please report it with these lines:\n{exception}");
            return 70;
        }
    }

    /// <summary>A file that is not there has to be put there; a disk that does not answer may answer later.</summary>
    private static bool MayPass(LatException exception) => exception.InnerException is IOException and not (FileNotFoundException or DirectoryNotFoundException);
}
