using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>A workflow of GitHub Actions, <c>.github/workflows/NAME.yml</c>: one job on each image that calls the targets.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class GitHubActionsAttribute : ConfigurationAttributeBase
{
    private readonly string _name;
    private readonly GitHubActionsImage[] _images;

    public GitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images)
    {
        _name = name.Replace(' ', '_');
        _images = [image, .. images];
    }

    public override string IdPostfix => _name;

    public override AbsolutePath ConfigurationFile => NukeBuild.RootDirectory / ".github" / "workflows" / $"{_name}.yml";

    public override IEnumerable<string> RelevantTargetNames => InvokedTargets;

    /// <summary>What starts the workflow.</summary>
    public GitHubActionsTrigger[] On { get; set; } = [];

    /// <summary>The targets that it calls, in one call of the build.</summary>
    public string[] InvokedTargets { get; set; } = [];

    /// <summary>What is kept from run to run.</summary>
    public string[] CacheIncludePatterns { get; set; } = [".nuke/temp", "~/.nuget/packages"];

    /// <summary>What is not, of that.</summary>
    public string[] CacheExcludePatterns { get; set; } = [];

    /// <summary>The files whose content is the cache's name; none: no cache.</summary>
    public string[] CacheKeyFiles { get; set; } = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props"];

    /// <summary>Whether what the targets produce is uploaded.</summary>
    public bool PublishArtifacts { get; set; } = true;

    /// <summary>When it is uploaded; null: after success.</summary>
    public string? PublishCondition { get; set; }

    /// <summary>How long a job may take; 0: as long as the server lets it.</summary>
    public int TimeoutMinutes { get; set; }

    internal override string HostName => "GitHubActions";

    internal override IEnumerable<string> Lines(IReadOnlyList<ExecutableTarget> relevantTargets)
    {
        if (On.Length == 0)
        {
            throw new InvalidOperationException($"Workflows must define either shorthand '{nameof(On)}' or '{nameof(On)}*' triggers");
        }

        var script = NukeBuild.RootDirectory.GlobFiles("build.cmd", "*/build.cmd").FirstOrDefault()
            ?? throw new InvalidOperationException("BuildCmdPath != null");
        var steps = Steps(Relative(script), PublishArtifacts ? relevantTargets.SelectMany(target => target.Definition.ArtifactProducts) : []).ToList();
        return
        [
            $"name: {_name}", string.Empty, $"on: [{string.Join(", ", On.Select(NameOf))}]", string.Empty, "jobs:",
            .. _images.Select(NameOf).SelectMany(image => (string[])
            [
                $"  {image.Replace('.', '_')}:",
                $"    name: {image.Replace('.', '_')}",
                $"    runs-on: {image}",
                .. TimeoutMinutes > 0 ? new[] { FormattableString.Invariant($"    timeout-minutes: {TimeoutMinutes}") } : [],
                "    steps:",
                .. steps.Select(line => "      " + line),
            ]),
        ];
    }

    private IEnumerable<string> Steps(string script, IEnumerable<string> products)
    {
        yield return "- uses: actions/checkout@v6";
        if (CacheKeyFiles.Length > 0)
        {
            yield return $"- name: 'Cache: {string.Join(", ", CacheIncludePatterns)}'";
            yield return "  uses: actions/cache@v4";
            yield return "  with:";
            yield return "    path: |";
            foreach (var pattern in CacheIncludePatterns.Concat(CacheExcludePatterns.Select(pattern => "!" + pattern)))
            {
                yield return "      " + pattern;
            }

            yield return $"    key: ${{{{ runner.os }}}}-${{{{ hashFiles({string.Join(", ", CacheKeyFiles.Select(file => $"'{file}'"))}) }}}}";
        }

        yield return $"- name: 'Run: {string.Join(", ", InvokedTargets)}'";
        yield return $"  run: ./{script} {string.Join(' ', InvokedTargets)}";
        foreach (var artifact in products.Select(WithoutPattern).Distinct())
        {
            yield return $"- name: 'Publish: {artifact.Name}'";
            yield return "  uses: actions/upload-artifact@v5";
            if (!string.IsNullOrWhiteSpace(PublishCondition))
            {
                yield return $"  if: {PublishCondition}";
            }

            yield return "  with:";
            yield return $"    name: {artifact.Name}";
            yield return $"    path: {Relative(artifact)}";
        }
    }

    /// <summary>The nearest path above that names no pattern: whole folders are uploaded.</summary>
    private static AbsolutePath WithoutPattern(string product)
    {
        AbsolutePath path = product;
        while (path.ToString().Contains('*', StringComparison.Ordinal))
        {
            path = path.Parent!;
        }

        return path;
    }

    private static string Relative(AbsolutePath path) => Path.GetRelativePath(NukeBuild.RootDirectory, path).Replace('\\', '/');

    private static string NameOf(GitHubActionsTrigger trigger) => trigger switch
    {
        GitHubActionsTrigger.PullRequest => "pull_request",
        GitHubActionsTrigger.WorkflowDispatch => "workflow_dispatch",
        _ => "push",
    };

    private static string NameOf(GitHubActionsImage image) => image switch
    {
        GitHubActionsImage.Ubuntu2404 => "ubuntu-24.04",
        GitHubActionsImage.Ubuntu2204 => "ubuntu-22.04",
        _ => "ubuntu-latest",
    };
}
