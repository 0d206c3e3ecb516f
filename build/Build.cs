using Nuke.Common;
using Nuke.Common.CI.GitHubActions;

/// <summary>The front door: a target says what is done, by a call into src/ or to dotnet; it does nothing itself.</summary>
[DisableDefaultOutput(DefaultOutput.Logo, DefaultOutput.Timestamps, DefaultOutput.ErrorsAndWarnings)]
[QuietWhenAlone]
[GitHubActions(
    "continuous",
    GitHubActionsImage.Ubuntu2404,
    On = [GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest],
    InvokedTargets = [nameof(Check)],
    CacheIncludePatterns = [".nuke/temp", "~/.nuget/packages", "artifacts/store"],
    CacheKeyFiles = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props", "experiments/**/*.yaml"],
    PublishCondition = "always()",
    TimeoutMinutes = 120,
    AutoGenerate = false)] // at every build the package would start a second process for it; a test says when the file is out of date
internal sealed partial class Build : NukeBuild
{
    [Parameter("Configuration of Restore, Compile and Test: Debug or Release. Default is 'Release'.")]
    private readonly BuildConfiguration Configuration = BuildConfiguration.Release;

    // These two are read by build.sh, before there is a build; they stand here for --help.
    [Parameter("Where packages come from: feed or standin. Default is what the first ./build.sh on this machine found out.")]
    private readonly string? Packages;

    [Parameter("Native half of TorchSharp on the feed: cpu or cuda. Default is 'cuda' where there is an NVIDIA driver.")]
    private readonly string? Torch;

    public static int Main() => Execute<Build>(build => build.Guide);

    protected override void OnBuildCreated() => UnknownParameters.Refuse(EnvironmentInfo.CommandLineArguments, GetType());

    protected override void OnBuildFinished() => Console.Write(_lastLine);
}
