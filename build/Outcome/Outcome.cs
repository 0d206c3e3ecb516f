using Lat.Core;
using Nuke.Common;

/// <summary>Turns what src/ says into a target's success or failure, and the process's exit code.</summary>
internal static class Outcome
{
    private const int UserFault = 1;

    /// <summary>Fails the target, with exit code 1 and without a stack, where the work returns another code than 0 or the user is at fault.</summary>
    public static void Require(NukeBuild build, string what, Func<int> work)
    {
        try
        {
            if (work() is var code and not 0)
            {
                build.ExitCode = code;
                throw new TargetFailure($"{what} did not succeed; see above.");
            }
        }
        catch (LatException fault)
        {
            build.ExitCode = UserFault;
            throw new TargetFailure(fault.Message);
        }
    }
}
