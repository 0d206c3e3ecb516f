using System.Collections;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>What a build was called with. One process runs one build; tests run several, one after another.</summary>
internal sealed class Invocation
{
    private AbsolutePath? _rootDirectory;

    public static Invocation Current { get; set; } = FromProcess();

    public required IReadOnlyList<string> Arguments { get; init; }
    public required IReadOnlyDictionary<string, string> Variables { get; init; }
    public required AbsolutePath WorkingDirectory { get; init; }
    public TextWriter? Output { get; init; }
    public bool UsesColors { get; init; }

    public ParameterSource Parameters => field ??= new ParameterSource(this);

    /// <summary>The folder that holds <c>.nuke</c>: <c>--root</c>, or the nearest one above the working folder.</summary>
    public AbsolutePath RootDirectory => _rootDirectory ??= FindRoot();

    private static Invocation FromProcess()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? string.Empty;
        }

        return new Invocation
        {
            Arguments = System.Environment.GetCommandLineArgs()[1..],
            Variables = variables,
            WorkingDirectory = System.Environment.CurrentDirectory,
            UsesColors = !Console.IsOutputRedirected && !variables.ContainsKey("NO_COLOR") && variables.GetValueOrDefault("CI") != "true",
        };
    }

    private AbsolutePath FindRoot()
    {
        if (Parameters.Has(Parameter.Root))
        {
            return (AbsolutePath?)Parameters.Get(Parameter.Root, typeof(AbsolutePath)) ?? WorkingDirectory;
        }

        for (var folder = WorkingDirectory; folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(folder / ".nuke"))
            {
                return folder;
            }
        }

        Assert.Fail($"Could not locate '.nuke' while walking up from '{WorkingDirectory}'.{System.Environment.NewLine}"
            + "Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation.");
        return null;
    }
}
