using Nuke.Common;

namespace Standins.Nuke.Tests;

/// <summary>A build whose targets note that they ran.</summary>
public abstract class RecordingBuild : NukeBuild
{
    public static List<string> Ran { get; } = [];

    public static List<string> Events { get; } = [];

    protected static Action Note(string name) => () => Ran.Add(name);

    protected internal override void OnTargetSkipped(string target) => Events.Add($"skipped {target}");

    protected internal override void OnTargetFailed(string target) => Events.Add($"failed {target}");

    protected internal override void OnBuildFinished() => Events.Add("finished");
}
