using System.Diagnostics;
using System.Text;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>Starts other programs.</summary>
public static class ProcessTasks
{
    /// <summary>Starts a program with the words of an interpolated string; a value with a blank in it is put in quotes.</summary>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null) =>
        StartProcess(toolPath, arguments.ToStringAndClear(), workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger);

    /// <param name="toolPath">A path, or the name of a program on the search path.</param>
    /// <param name="arguments">The command line after the program, as a shell without expansions would read it.</param>
    /// <param name="workingDirectory">Default: the build's root.</param>
    /// <param name="environmentVariables">The whole environment; default: this process's.</param>
    /// <param name="timeout">Milliseconds; default: none.</param>
    /// <param name="logOutput">Whether the program's lines are printed. Default true.</param>
    /// <param name="logInvocation">Whether the command line is printed. Default true.</param>
    /// <param name="logger">Gets each line instead of its being printed.</param>
    /// <param name="outputFilter">Changes each line before anyone sees it.</param>
    public static IProcess StartProcess(
        string toolPath,
        string? arguments = null,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<string, string>? outputFilter = null)
    {
        var start = new ProcessStartInfo(Path.IsPathRooted(toolPath) ? toolPath : ToolPathResolver.GetPathExecutable(toolPath), arguments ?? string.Empty)
        {
            WorkingDirectory = workingDirectory ?? NukeBuild.RootDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (environmentVariables is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environmentVariables)
            {
                start.Environment[name] = value;
            }
        }

        Assert.FileExists(start.FileName);
        if (logInvocation ?? true)
        {
            DefaultLogger(OutputType.Std, $"> {start.FileName} {start.Arguments}");
        }

        return new ChildProcess(start, timeout, logOutput ?? true ? logger ?? DefaultLogger : null, outputFilter);
    }

    /// <summary>Prints a line.</summary>
    public static void DefaultLogger(OutputType type, string output)
    {
        var writer = Invocation.Current.Output ?? Console.Out;
        lock (writer)
        {
            writer.WriteLine(output);
        }
    }
}
