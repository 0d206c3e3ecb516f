using Nuke.Common;

/// <summary>A single target needs no header and no summary around it: what it prints is what was asked for.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class QuietWhenAloneAttribute()
    : DisableDefaultOutputAttribute(DefaultOutput.TargetHeader, DefaultOutput.TargetCollapse, DefaultOutput.TargetOutcome, DefaultOutput.BuildOutcome)
{
    public override bool IsApplicable(INukeBuild build) => build.ExecutionPlan.Count <= 1;
}
