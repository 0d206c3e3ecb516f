using Nuke.Common;
using Nuke.Common.Tooling;

/// <summary>Calls the .NET command line.</summary>
internal static class DotNet
{
    /// <summary>The program itself: what build.sh has found.</summary>
    public static string Program => EnvironmentInfo.GetVariable("DOTNET_EXE") ?? "dotnet";

    /// <summary>Fails the target where dotnet does; what dotnet printed is the message.</summary>
    public static void Run(string arguments)
    {
        var process = Start(arguments);
        if (process.ExitCode != 0)
        {
            throw new TargetFailure($"dotnet {arguments} exited with code {process.ExitCode}.");
        }
    }

    /// <summary>Runs to the end, whatever it is.</summary>
    public static IProcess Start(string arguments) => ProcessTasks
        .StartProcess(
            Program,
            arguments,
            NukeBuild.RootDirectory,
            logInvocation: false,
            logger: (_, line) =>
            {
                if (line.Length > 0)
                {
                    Console.WriteLine(line);
                }
            })
        .AssertWaitForExit();
}
