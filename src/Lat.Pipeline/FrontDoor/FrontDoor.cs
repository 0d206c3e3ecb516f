namespace Lat.Pipeline;

/// <summary>The pipeline's one entrance: the Nuke targets and the `lat` command both come in here.</summary>
/// <param name="output">Where progress and tables go; the caller owns it.</param>
public sealed class FrontDoor(TextWriter output)
{
    /// <summary>Does what the goal asks and prints what was made and where.</summary>
    /// <returns>0; 1 where a gate was missed or a stage failed.</returns>
    /// <exception cref="Lat.Core.LatException">The experiment is not valid, or the machine lacks something; the message says what to do.</exception>
    public int Run(PipelineGoal goal, PipelineRequest request)
    {
        output.WriteLine(FormattableString.Invariant($"{goal} {request.Experiment}"));
        throw new NotSupportedException("The pipeline is being built.");
    }
}
