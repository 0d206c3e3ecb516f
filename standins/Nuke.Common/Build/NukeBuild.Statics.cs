using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    /// <summary>The folder that holds <c>.nuke</c>.</summary>
    [Parameter("Root directory during build execution.", Name = Parameter.Root)]
    public static AbsolutePath RootDirectory => Invocation.Current.RootDirectory;

    /// <summary><c>.nuke/temp</c>, made where it is missing.</summary>
    public static AbsolutePath TemporaryDirectory => (RootDirectory / ".nuke" / "temp").CreateDirectory();

    /// <summary>The folder of the build's own assembly.</summary>
    public static AbsolutePath BuildAssemblyDirectory => AppContext.BaseDirectory;

    [Parameter("Logging verbosity during build execution. Default is 'Normal'.")]
    public static Verbosity Verbosity { get; set; } = Verbosity.Normal;

    public static bool IsLocalBuild => !IsServerBuild;

    /// <summary>Whether a build server that Nuke knows runs the build.</summary>
    public static bool IsServerBuild => BuildServers.Any(Invocation.Current.Variables.ContainsKey);

    private static readonly string[] BuildServers =
    [
        "APPVEYOR", "TF_BUILD", "bamboo_planKey", "BITBUCKET_PIPELINE_UUID", "BITRISE_BUILD_URL", "GITHUB_ACTIONS", "GITLAB_CI",
        "JENKINS_HOME", "JB_SPACE_PROJECT_KEY", "TEAMCITY_VERSION", "TRAVIS",
    ];
}
