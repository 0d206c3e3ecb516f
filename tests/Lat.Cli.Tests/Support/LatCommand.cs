namespace Lat.Cli.Tests;

/// <summary>The `lat` command in this process.</summary>
internal static class LatCommand
{
    public static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = EntryPoint.Run(arguments, output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
