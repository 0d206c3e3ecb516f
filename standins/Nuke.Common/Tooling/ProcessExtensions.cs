namespace Nuke.Common.Tooling;

/// <summary>What a target does with a process that it started.</summary>
public static class ProcessExtensions
{
    /// <summary>Waits; a process that runs out of time is a failure.</summary>
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        Assert.True(process.WaitForExit(), $"Process '{Path.GetFileName(process.FileName)}' did not exit in time.");
        return process;
    }

    /// <summary>Waits; an exit code other than 0 is a failure.</summary>
    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }
}
