using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>The process's surroundings.</summary>
public static class EnvironmentInfo
{
    /// <summary>The words after the program's name.</summary>
    public static IReadOnlyCollection<string> CommandLineArguments => Invocation.Current.Arguments;

    public static bool IsWin => OperatingSystem.IsWindows();

    /// <summary>An environment variable, or null.</summary>
    public static string? GetVariable(string name) => Invocation.Current.Variables.GetValueOrDefault(name);
}
