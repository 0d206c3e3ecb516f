using System.CommandLine;
using Lat.Core;

namespace Lat.Cli;

/// <summary>The `lat` command: one stage in its own process, and the tools on single files. The one place that prints and sets an exit code.</summary>
public static class EntryPoint
{
    /// <returns>0; 1 for a mistake of the user's, with a message; 70 for one of ours, with a stack; 130 where the user stopped it.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Lat transfers labels between object-detection datasets. Experiments are run by ./build.sh; these are the tools.")
        {
            StageCommand.Create(output),
            MachineCommand.Create(output),
            ConvertCommand.Create(output, errors),
            EvaluateCommand.Create(output),
            CompareCommand.Create(output),
            InspectCommand.Create(output, errors),
            WeightsCommand.Create(output),
            ReportCommand.Create(output),
        };
        try
        {
            return root.Parse(arguments).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
        }
        catch (LatException exception)
        {
            errors.WriteLine(exception.Message);
            return 1;
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
}
