using Lat.Pipeline;
using Nuke.Common;

internal sealed partial class Build
{
    [Parameter("Reproduce: stages to run again, by name or as a pattern in which * stands for anything; may be repeated. Default is all.")]
    private readonly string[] Stage = [];

    [Parameter("Refuses to run on anything but what the experiment's lock file says, which Lock writes.")]
    private readonly bool Locked;

    private Target Reproduce => _ => _
        .Description("Runs stored stages again, aside, and compares their bytes with what is stored")
        .Executes(() => Run(PipelineGoal.Reproduce));

    private Target Lock => _ => _
        .Description("Writes experiments/NAME.lock.yaml: the hashes of what the stored results stand on, and theirs; --locked goes by it")
        .Executes(() => Run(PipelineGoal.Lock));
}
