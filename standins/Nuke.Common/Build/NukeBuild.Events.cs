namespace Nuke.Common;

public abstract partial class NukeBuild
{
    /// <summary>Called when the build object has its parameters.</summary>
    protected internal virtual void OnBuildCreated()
    {
    }

    /// <summary>Called when the plan is made, before a target runs.</summary>
    protected internal virtual void OnBuildInitialized()
    {
    }

    /// <summary>Called at the very end, after the summary, whether the build succeeded or failed.</summary>
    protected internal virtual void OnBuildFinished()
    {
    }

    protected internal virtual void OnTargetRunning(string target)
    {
    }

    protected internal virtual void OnTargetSkipped(string target)
    {
    }

    protected internal virtual void OnTargetSucceeded(string target)
    {
    }

    protected internal virtual void OnTargetFailed(string target)
    {
    }
}
