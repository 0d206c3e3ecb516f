using System.Linq.Expressions;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Standins.Nuke.Tests;

/// <summary>What became of one run of a build.</summary>
internal sealed record BuildRun(int ExitCode, string Output, IReadOnlyList<string> Ran, IReadOnlyList<string> Events)
{
    public static BuildRun Of<T>(Expression<Func<T, Target>> defaultTarget, params string[] arguments)
        where T : NukeBuild, new() => Of(defaultTarget, new Dictionary<string, string>(), parametersJson: null, arguments);

    public static BuildRun Of<T>(
        Expression<Func<T, Target>> defaultTarget, Dictionary<string, string> variables, string? parametersJson, params string[] arguments)
        where T : NukeBuild, new()
    {
        using var root = new TemporaryFolder();
        (root.Path / ".nuke").CreateDirectory();
        if (parametersJson is not null)
        {
            (root.Path / ".nuke" / "parameters.json").WriteAllText(parametersJson);
        }

        var output = new StringWriter();
        RecordingBuild.Ran.Clear();
        RecordingBuild.Events.Clear();
        NukeBuild.Verbosity = Verbosity.Normal;
        var before = Invocation.Current;
        Invocation.Current = new Invocation
        {
            Arguments = arguments,
            Variables = variables,
            WorkingDirectory = root.Path,
            Output = output,
        };
        try
        {
            var exitCode = BuildExecution.Execute([defaultTarget]);
            return new BuildRun(exitCode, output.ToString(), [.. RecordingBuild.Ran], [.. RecordingBuild.Events]);
        }
        finally
        {
            Invocation.Current = before;
        }
    }
}
