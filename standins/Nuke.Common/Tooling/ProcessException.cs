using System.Text;

namespace Nuke.Common.Tooling;

/// <summary>A process ended with another exit code than 0; the message has the command, the folder and what it said on stderr.</summary>
public class ProcessException(IProcess process) : Exception(Describe(process))
{
    public int ExitCode { get; } = process.ExitCode;

    private static string Describe(IProcess process)
    {
        const string indentation = "   ";
        var text = new StringBuilder($"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.").AppendLine()
            .AppendLine($"{indentation}> {process.FileName} {process.Arguments}")
            .AppendLine($"{indentation}@ {process.WorkingDirectory}");
        var errors = process.Output.Where(line => line.Type == OutputType.Err).Select(line => line.Text).ToList();
        if (errors.Count > 0)
        {
            text.AppendLine("Error output:");
            errors.ForEach(line => text.AppendLine($"{indentation}{line}"));
        }

        return text.ToString().TrimEnd();
    }
}
