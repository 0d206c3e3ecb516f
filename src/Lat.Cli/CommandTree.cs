using System.CommandLine;

namespace Lat.Cli;

/// <summary>The commands of `lat` as people see them.</summary>
internal static class CommandTree
{
    /// <summary>Finds the command that the arguments mean, and runs it.</summary>
    /// <returns>0; 1 where they mean none, with a message; else the command's own.</returns>
    public static int Invoke(string[] arguments, TextWriter output, TextWriter errors)
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
            LabelsCommand.Create(output, errors),
            ReviewCommand.Create(output),
        };
        return root.Parse(arguments).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
    }
}
