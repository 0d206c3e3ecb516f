using Lat.Core;
using Lat.Pipeline;
using Nuke.Common;

/// <summary>Turns what src/ says into a target's success or failure, and the process's exit code.</summary>
internal static class Outcome
{
    /// <summary>Fails the target, without a stack, where the work returns another code than 0, which becomes the exit code, or the user is at fault.</summary>
    /// <param name="build">The build that ends.</param>
    /// <param name="what">The target.</param>
    /// <param name="work">What it does.</param>
    /// <param name="userFault">The exit code where the user is at fault.</param>
    public static void Require(NukeBuild build, string what, Func<int> work, int userFault = 1)
    {
        try
        {
            if (work() is var code and not 0)
            {
                build.ExitCode = code;
                throw new TargetFailure(code == FrontDoor.Interrupted ? $"{what} was stopped." : $"{what} did not succeed; see above.");
            }
        }
        catch (LatException fault)
        {
            build.ExitCode = userFault;
            throw new TargetFailure(fault.Message);
        }
    }
}
