namespace Nuke.Common;

/// <summary>Switches off parts of the output; all of them when none is named.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DisableDefaultOutputAttribute(params DefaultOutput[] disabledOutputs) : Attribute
{
    public DefaultOutput[] DisabledOutputs { get; } = disabledOutputs.Length > 0 ? disabledOutputs : Enum.GetValues<DefaultOutput>();

    /// <summary>Whether the attribute counts for this build. Default: it does.</summary>
    public virtual bool IsApplicable(INukeBuild build) => true;
}
